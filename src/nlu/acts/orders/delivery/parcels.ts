import { readDataFile } from '../../../../shop/values/data-file.ts';
import { readBuyer } from '../../../read.ts';
import type { BuyerLine } from '../../../reading.ts';
import { phrases } from '../../lexicon.ts';
import { phrasePattern, plainWords } from '../../phrases.ts';
import { isAsking, namesAmount } from '../../question-topic.ts';
import { splitSaid } from '../other-times.ts';
import { meansHome } from './destination.ts';

// 苹果10斤，5斤发我家，5斤发我妈那: an order goes to one place, and these are two.

/** What goes to each place, in words that stand alone. */
export interface Parcels {
  readonly first: string;
  readonly others: readonly string[];
}

const { sends, to, parts, halves, notPlaces } = readDataFile('lexicon/parcels.yaml', {
  sends: phrases,
  to: phrases,
  parts: phrases,
  halves: phrases,
  notPlaces: phrases,
});
const HAN = /\p{Script=Han}/u;
const A_PART = phrasePattern([...parts, ...halves]);
const AT_PART = new RegExp(`^(?:and )?${A_PART.source}`, 'u');
const A_HALF = new RegExp(`^(?:and )?${phrasePattern(halves).source}`, 'u');
const TO = new RegExp(`(?:${phrasePattern([...sends, ...to]).source})\\s*(?<where>.{1,80})$`, 'su');
const SENDS = phrasePattern(sends);
const NO_PLACE = phrasePattern(notPlaces);
/** One to my place and the other to hers, 一半寄我家一半寄我姐那: a part begins without a stop. */
const PART_BEGINS = new RegExp(
  String.raw`[:：]\s*(?=${A_PART.source})|\s+and\s+(?=(?:the other|another|one|half|the rest|\d)\b)|(?<=[^第另外有中下的\P{Script=Han}])(?=${phrasePattern([...parts, ...halves].filter((one) => HAN.test(one))).source}.*)`,
  'iu',
);

interface Clause {
  readonly words: string;
  /** Where it goes; nothing of a clause that sends nothing. */
  readonly where: string | undefined;
}

/** The parcels of a message; nothing where all of it goes to one place, or is only asked. */
export function readParcels(message: string): Parcels | undefined {
  if (isAsking(message)) return undefined;
  const clauses = splitSaid(message)
    .flatMap((clause) => clause.split(PART_BEGINS))
    .map((words): Clause => ({ words, where: placeOf(words) }));
  const starts = clauses.flatMap(({ where }, i) => (where === undefined ? [] : [i]));
  const places = new Set(starts.map((i) => clauses[i]?.where));
  if (starts.length < 2 || places.size < starts.length) return undefined;
  // 5斤给我妈尝尝，3斤给我爸: for whom it is, and nothing is sent to them.
  if (HAN.test(message) && !SENDS.test(message)) return undefined;
  // 5斤给我，5斤给我妈，都寄我家: it is one parcel.
  if (clauses.some(({ words, where }) => where === undefined && meansHome(plainWords(words))))
    return undefined;
  const wordsFrom = (start: number, end?: number): string[] =>
    clauses.slice(start, end).map(({ words }) => words);
  const lead = wordsFrom(0, starts[0]);
  const own = starts.map((start, n) => wordsFrom(start, starts[n + 1]));
  const [first, ...others] = own.map((part, n) =>
    withGoods(lead.length > 0 || n === 0 ? lead : (own[0] ?? []), part),
  );
  return first === undefined ? undefined : { first, others };
}

/** 5斤发我妈那, 另一份寄给李明: only a clause that says how much goes somewhere. */
function placeOf(words: string): string | undefined {
  const said = plainWords(words);
  if (!namesAmount(words) && !AT_PART.test(said)) return undefined;
  if (meansHome(said)) return 'home';
  const where = TO.exec(said)?.groups?.where?.trim();
  return where !== undefined && !namesAmount(where) && !NO_PLACE.test(where) ? where : undefined;
}

/** A part with the goods that were named in front of it. */
function withGoods(lead: readonly string[], [sent = '', ...more]: readonly string[]): string {
  const { lines } = readBuyer(lead.join('，'));
  const [line, ...otherLines] = lines;
  const own = readBuyer(sent).lines;
  if (own.some(({ product }) => product !== '') || !line) return [sent, ...more].join('，');
  if (otherLines.length > 0) return [...lead, sent, ...more].join('，');
  const part = AT_PART.exec(sent.toLowerCase())?.[0];
  if (part === undefined) return [`${line.product} ${sent}`, ...more].join('，');
  return [line.product + amountOf(part, line), sent.slice(part.length).trim(), ...more].join('，');
}

/** How much one part is: 5斤 each of 两份, half of it of 一半; of "one" it is asked. */
function amountOf(part: string, { quantity, measure }: BuyerLine): string {
  if (measure !== 'MASS' || quantity === null || !HAN.test(part)) return '';
  return ` ${(A_HALF.test(part) ? quantity / 2 : quantity) / 500}斤`;
}
