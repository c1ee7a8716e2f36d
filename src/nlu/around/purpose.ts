import { readData } from '../../shop/values/data-file.ts';
import { splitClauses } from '../acts/clauses.ts';
import { phrasePattern } from '../acts/phrases.ts';
import { orderWords } from '../choose/buyer/order-words.ts';
import { lex } from '../lexer/lexer.ts';
import { unitAt } from '../lexer/units.ts';
import type { Known } from '../model/goods.ts';
import type { BuyerReading } from '../reading.ts';
import { orderWordsFile } from '../text/lexicon.ts';
import { normalizeText } from '../text/text.ts';

// What goods are for, and what there is at home: goods that such clauses name are none that are wanted.

const { making, uses, having } = readData('lexicon/order-words.yaml', orderWordsFile);
const PURPOSE = new RegExp(
  `^(?:就是|是|想|要|拿来|用来|拿去|回去|回家|给\\p{Script=Han}{1,3})?${phrasePattern(making).source}\\p{Script=Han}{0,4}${phrasePattern(uses).source}[的哈呀啊呢吧]?$`,
  'u',
);

/** 打豆浆用, 蒸糕用的: a clause that only says what the goods are for. */
const saysPurpose = (clause: string): boolean => PURPOSE.test(normalizeText(clause).plain.trim());

/** The message without what goods are for, where something of the reading stands there and nowhere else; else nothing. */
export function withoutPurpose(message: string, { lines }: BuyerReading): string | undefined {
  const clauses = splitClauses(message);
  const purposes = clauses.length > 1 ? clauses.filter(saysPurpose) : [];
  const rest = purposes.reduce((words, clause) => words.replace(clause, ' '), message);
  const isMeant = lines.some(({ product }) => product !== '' && !rest.includes(product));
  return purposes.length > 0 && isMeant ? rest.replace(/[\s,，。;；]+$/u, '') : undefined;
}

/** 鸡蛋10个行不行，宿舍就一个小锅: one of something that somebody has, beside an order that is clear, is not ordered. */
export function withoutHad(message: string, reading: BuyerReading, known: Known): BuyerReading {
  if (reading.kind !== 'order' || reading.lines.length < 2) return reading;
  const lines = reading.lines.filter((line, i) => i === 0 || !isHad(message, line, known));
  return lines.length === reading.lines.length ? reading : { ...reading, lines };
}

const HAD = new RegExp(`${phrasePattern(having).source}\\s*$`, 'u');

function isHad(
  message: string,
  { product, quantity, measure }: BuyerReading['lines'][number],
  known: Known,
): boolean {
  const isGoods = product === '' || known.at(normalizeText(product).plain, 0)?.word === product;
  if (isGoods || quantity !== 1 || measure !== 'COUNT') return false;
  const clause = splitClauses(message).find((one) => one.includes(product)) ?? '';
  const { text, tokens } = lex(clause);
  const amount = tokens.find(({ is }) => is === 'amount');
  return amount !== undefined && HAD.test(text.plain.slice(0, amount.start));
}

/** 黑白各半: what is half of each nobody can put into lines. */
export const saysHalves = (message: string): boolean => {
  const { plain } = normalizeText(message);
  return [...plain].some((_, at) => {
    const word = orderWords.halves.at(plain, at)?.word;
    // 各半斤 is so much of each.
    return word !== undefined && !unitAt(plain, at + word.length);
  });
};
