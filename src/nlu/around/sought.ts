import { splitClauses } from '../acts/clauses.ts';
import { phrasePattern } from '../acts/phrases.ts';
import { namesAmount } from '../acts/question-topic.ts';
import { orderWords } from '../choose/buyer/order-words.ts';
import { lex } from '../lexer/lexer.ts';
import type { Known } from '../model/goods.ts';
import type { BuyerReading } from '../reading.ts';
import { normalizeText, type Text } from '../text/text.ts';
import { soughtWords as words } from './sought-words.ts';

/** Longer words are no name of anything. */
const MOST_SIGNS = 10;
const MOST_WORDS = 5;
/** One sign alone is hardly ever a name: 茶, 米 are known. */
const LEAST_SIGNS = 2;

const LEAD = phrasePattern(words.leads);
const PLAIN_LEAD = phrasePattern(words.plainLeads);
const BEFORE = new RegExp(`^(?:${phrasePattern(words.before).source})+`, 'u');
const BEHIND = new RegExp(`(?:${phrasePattern(words.behind).source})+$`, 'u');
const ENGLISH_LEAD = phrasePattern(words.englishLeads);
const OPEN_LEAD = new RegExp(`^${phrasePattern(words.openLeads).source}$`, 'u');
const ENGLISH_BEHIND = phrasePattern(words.englishBehind);
const END = /[,;.!?…:()—–]|(?<=\p{Script=Han})\s/u;

/** 那软和点的 points at something, and names nothing. */
const NAME = /^(?![那这哪])\p{Script=Han}+$/u;

/** What a message says to be sought, if it says so. */
interface Sought {
  readonly product: string;
  /** It can be asked in these words whether there is a fee, too. */
  readonly isOpen: boolean;
}

/**
 * 想搵啲新鮮淮山, 想寻一些本地产的山楂干: what nothing else was made of is sought by the words behind; 你家有没有卖那个黑木耳 seeks by its
 * name, where none was found, and looking for dried jujube slices by its whole name.
 */
export function withSought(message: string, reading: BuyerReading, known: Known): BuyerReading {
  const { kind, lines, recipient } = reading;
  if (recipient || (kind !== 'search' && kind !== 'other')) return reading;
  const [line, ...others] = lines;
  const found =
    (kind === 'other' ? ledByVerb(message) : undefined) ?? soughtInEnglish(message) ?? soughtInHan(message);
  // 有没有人帮忙, 找一下昨天那个大姐: nobody sells them.
  if (others.length === 0 && PEOPLE.test((line ?? found)?.product ?? ''))
    return { ...reading, kind: 'other', lines: [] };
  if (!found || others.length > 0 || namesAmount(found.product)) return reading;
  const isGrown = line !== undefined && found.product.toLowerCase().includes(line.product.toLowerCase());
  const isNew =
    line === undefined && (kind === 'search' || !found.isOpen || endsAsGoods(found.product, known));
  return isGrown || isNew ? searchFor(isGrown && HAN.test(message) ? line.product : found.product) : reading;
}

const PEOPLE = new RegExp(`${phrasePattern(words.people).source}$`, 'u');
const HAN = /\p{Script=Han}/u;

const searchFor = (product: string): BuyerReading => ({
  kind: 'search',
  lines: [{ product, quantity: null, measure: null }],
  recipient: null,
  ambiguous: [],
});

function ledByVerb(message: string): Sought | undefined {
  const { said, plain } = normalizeText(splitClauses(message)[0] ?? '');
  const lead = orderWords.seek.at(plain, 0)?.word;
  const product = lead ? said.slice(lead.length).trim() : '';
  return product.length < LEAST_SIGNS || product.length > MOST_SIGNS ? undefined : { product, isOpen: false };
}

function soughtInHan(message: string): Sought | undefined {
  const text = normalizeText(message);
  const { plain } = text;
  const lead = LEAD.exec(plain);
  if (!lead) return undefined;
  const start = lead.index + lead[0].length;
  const behind = plain.slice(start);
  const first = BEFORE.exec(behind)?.[0].length ?? 0;
  const rest = behind.slice(first);
  const clause = rest.slice(0, END.exec(rest)?.index ?? rest.length);
  const name = clause.replace(BEHIND, '');
  if (name.length < LEAST_SIGNS || name.length > MOST_SIGNS || !NAME.test(name)) return undefined;
  const isOpen = !PLAIN_LEAD.test(plain);
  return { product: saidAt(text, start + first, name.length), isOpen };
}

function soughtInEnglish(message: string): Sought | undefined {
  const text = normalizeText(message);
  const { plain } = text;
  const lead = ENGLISH_LEAD.exec(plain);
  if (!lead) return undefined;
  const start = lead.index + lead[0].length + 1;
  const behind = plain.slice(start);
  const ends = [END.exec(behind)?.index, ENGLISH_BEHIND.exec(behind)?.index, behind.length];
  const name = behind.slice(0, Math.min(...ends.map((end) => end ?? behind.length))).trimEnd();
  const count = name.split(/\s+/).length;
  if (!/^[a-z][a-z' -]+$/.test(name) || count > MOST_WORDS) return undefined;
  return { product: saidAt(text, start, name.length), isOpen: OPEN_LEAD.test(lead[0]) };
}

const saidAt = ({ said }: Text, start: number, length: number): string => said.slice(start, start + length);

/** 适合送客户的坚果礼盒: the last signs are known to be goods. */
function endsAsGoods(product: string, known: Known): boolean {
  const { text, tokens } = lex(product);
  return tokens.some(({ start }) => {
    const word = known.at(text.plain, start)?.word;
    return word !== undefined && start + word.length === text.plain.length;
  });
}
