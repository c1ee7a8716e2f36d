import { splitClauses } from '../acts/clauses.ts';
import { readRemoval } from '../acts/orders/changes/order-change.ts';
import { namesAmount } from '../acts/question-topic.ts';
import { orderWords } from '../choose/buyer/order-words.ts';
import type { BuyerReading } from '../reading.ts';
import { normalizeText } from '../text/text.ts';

/** 苹果10斤，红枣2斤，啊红枣算了家里还有: what a later clause takes back is not ordered, where something else is. */
export function withoutTakenBack(message: string, reading: BuyerReading): BuyerReading {
  if (reading.kind !== 'order' || reading.lines.length < 2) return reading;
  const out = new Set([
    ...findTakenBack(message).flatMap(({ words }) => meantBy(words, reading)),
    ...givenUp(message, reading),
    ...deniedAhead(message, reading),
  ]);
  const lines = reading.lines.filter(({ product }) => !out.has(product));
  if (out.size === 0 || lines.length === 0) return reading;
  const isStated = lines.every(({ quantity }) => quantity !== null);
  const ambiguous = reading.ambiguous.filter((asked) => asked !== 'quantity' || !isStated);
  return { ...reading, lines, ambiguous };
}

/** 先来五斤橙子，算了橙子太重，换三斤砂糖橘: named once more behind words that give them up, with a reason behind it. */
function givenUp(message: string, { lines }: BuyerReading): string[] {
  const said = plain(message);
  return lines
    .map(({ product }) => product)
    .filter((product) => {
      const name = plain(product);
      const again = name === '' ? -1 : said.lastIndexOf(name);
      if (again <= said.indexOf(name)) return false;
      const before = said.slice(0, again).trimEnd();
      const behind = again + name.length;
      const isGivenUp = [...before].some((_, at) => {
        const word = orderWords.giveUp.at(before, at)?.word;
        return word !== undefined && at + word.length === before.length;
      });
      const isLast = /^\s*(?:[,;.!]|$)/.test(said.slice(behind));
      return isGivenUp && (isLast || orderWords.reasons.at(said, behind) !== undefined);
    });
}

/** 不用买核桃，红枣、小米各3斤: what a first clause says is not wanted is no part of what follows. */
function deniedAhead(message: string, { lines }: BuyerReading): string[] {
  const [first = ''] = plain(message).split(/[,，。;；]/);
  const denied = DENIES.exec(first)?.[1];
  const names = lines.map(({ product }) => product);
  return denied === undefined ? [] : names.filter((name) => name !== '' && plain(name) === denied);
}

const DENIES =
  /^(?:[我俺]?(?:今天|这次|这回)?)(?:不|甭|别|莫|唔|弗)(?:想|用|需|打算|准备|是来|是要|再)*(?:需要|要|买|来|拿|订|带)\s*([^\d]+?)[了啦咯]?$/u;

/** Whether a clause takes back what stands before it in the message. */
export const takesBackBefore = (message: string, clause: string): boolean =>
  findTakenBack(message).some((one) => one.clause === clause);

interface TakenBack {
  readonly clause: string;
  /** What is taken back, in plain signs. */
  readonly words: string;
}

function findTakenBack(message: string): TakenBack[] {
  const clauses = splitClauses(message.replaceAll('…', '，'));
  return clauses.flatMap((clause, i) => {
    const words = i === 0 || namesAmount(clause) ? undefined : readRemoval(clause)?.words;
    return words && clauses.slice(0, i).some((before) => sharesName(plain(before), words))
      ? [{ clause, words }]
      : [];
  });
}

/** A name of two signs, or a word, stands in both. */
function sharesName(before: string, words: string): boolean {
  const parts = [
    ...(words.match(/\p{Script=Han}{2,}/gu) ?? []).flatMap((run) =>
      [...run].slice(1).map((sign, i) => `${run[i]}${sign}`),
    ),
    ...(words.match(/[a-z]{4,}/g) ?? []),
  ];
  return parts.some((part) => before.includes(part));
}

/** The goods whose name the words hold; of 核桃 and 核桃仁 the longer. */
function meantBy(words: string, { lines }: BuyerReading): string[] {
  const held = lines
    .map(({ product }) => product)
    .filter((name) => name !== '' && words.includes(plain(name)));
  return held.filter((name) => !held.some((other) => other !== name && plain(other).includes(plain(name))));
}

const plain = (words: string): string => normalizeText(words).plain.toLowerCase();
