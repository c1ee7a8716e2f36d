import { readDataFile } from '../../shop/values/data-file.ts';
import { splitClauses } from '../acts/clauses.ts';
import { phrases } from '../acts/lexicon.ts';
import { phrasePattern } from '../acts/phrases.ts';
import { lex } from '../lexer/lexer.ts';
import { isQuantity } from '../lexer/tokens.ts';
import type { SellerReading } from '../reading.ts';
import { normalizeText } from '../text/text.ts';

// 昨天刚炸的麻叶子，自家榨的油，12块一斤: what goods are made of is known by name, and they are not.

const lists = readDataFile('lexicon/materials.yaml', { own: phrases, made: phrases, general: phrases });
const OWN = new RegExp(`^${phrasePattern(lists.own).source}`, 'u');
const MADE = new RegExp(`${phrasePattern(lists.made).source}$`, 'u');
/** In English it may stand in the clause of the goods. */
const MADE_WITH = /\s(?=made (?:with|from|of|out of)\b)/iu;
const general = new Set(lists.general);

/** The reading of an offer without the clauses that tell what the goods are made of, where its name stood in one of them. */
export function withoutMaterial(
  message: string,
  reading: SellerReading,
  read: (rest: string) => SellerReading,
): SellerReading {
  const { kind, title } = reading;
  if (kind !== 'product' || title === null) return reading;
  const clauses = splitClauses(message).flatMap((clause) => clause.split(MADE_WITH));
  const materials = clauses.filter((clause, i) => i > 0 && tellsMaterial(clause));
  const rest = clauses.filter((clause) => !materials.includes(clause));
  if (materials.length === 0) return reading;
  const other = read(rest.join('，'));
  if (other.title === null || general.has(other.title.toLowerCase())) return reading;
  // 羊奶，自家的羊: the name of what it comes from may be a part of its own; soap made from camellia oil is named in full.
  const isStated = !other.title.includes(title) && rest.some((clause) => clause.includes(title));
  const isMaterial = !isStated && !title.includes(other.title);
  return isMaterial && endsIn(rest, other.title) && areSame(other, reading)
    ? { ...reading, title: other.title }
    : reading;
}

function tellsMaterial(clause: string): boolean {
  const plain = normalizeText(clause).plain.trim();
  return (OWN.test(plain) || MADE.test(plain)) && !lex(clause).tokens.some(isQuantity);
}

/** 昨天刚炸的麻叶子 is of them; 没打农药 is of 药. */
const endsIn = (clauses: readonly string[], title: string): boolean =>
  clauses.some((clause) => {
    const before = clause.endsWith(title) ? clause.slice(0, -title.length).trim() : undefined;
    return before !== undefined && (before === '' || before.endsWith('的') || !/\p{Script=Han}/u.test(title));
  });

const areSame = (one: SellerReading, other: SellerReading): boolean =>
  one.kind === other.kind && one.price === other.price && one.stock?.quantity === other.stock?.quantity;
