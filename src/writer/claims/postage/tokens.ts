import { type Amount, findAmounts } from '../numbers/amounts.ts';
import { containerNamed } from '../numbers/packaging.ts';
import type { Span } from '../phrases.ts';
import { postageWords, type Sign } from './postage-words.ts';

/** A word, number or place of a text, by what it says of the post. */
export interface Token extends Span {
  readonly sign: Sign;
  readonly words: string;
  /** Of a number. */
  readonly amount?: Amount;
  /** The provinces of a place. */
  readonly places?: readonly string[];
}

/** A text as what it says of the post, word by word; what says nothing of it is `?`. */
export function toTokens(text: string): Token[] {
  const amounts = findAmounts(text).filter(({ from, to }) => !isNotACent(text, from, to));
  const numbers = amounts.map((amount): Token => {
    const { from } = amount;
    const to = amount.to + nameBehind(amount, text);
    return { from, to, amount, sign: isMoney(amount) ? 'A' : 'Q', words: text.slice(from, to) };
  });
  const { pattern, signFor, places } = postageWords();
  const free = [...numbers].reduce((left, one) => blanked(left, one), text);
  const named = [...free.matchAll(pattern)].map(({ index, 0: words }): Token => {
    const word = words.toLowerCase();
    const some = places.get(word);
    return {
      ...{ from: index, to: index + words.length, words, sign: signFor(word) },
      ...(some ? { places: some } : {}),
    };
  });
  const marks = [...text.matchAll(/[,。!?;:、()（）|｜\n"“”「」]|\.(?!\d)/gu)].map(
    ({ index, 0: words }): Token => ({ from: index, to: index + words.length, sign: ',', words }),
  );
  const known = [...numbers, ...named, ...marks.filter(({ from }) => !isWithin(numbers, from))].sort(
    (one, other) => one.from - other.from,
  );
  return joinPlaces(withUnknown(text, known).flatMap((one) => withShortNames(one)));
}

/** The length of ` bottles` in `six bottles`. */
const nameBehind = ({ to }: Amount, text: string): number => {
  const [words = '', name = ''] = /^[ -]([a-z]+)/i.exec(text.slice(to)) ?? [];
  return containerNamed(name) ? words.length : 0;
};

/** 一分不用您掏. */
const isNotACent = (text: string, from: number, to: number): boolean =>
  /^[一半][分毛]钱?$/u.test(text.slice(from, to)) && /^[都也]?[不没别唔]/u.test(text.slice(to));

const isWithin = (all: readonly Span[], at: number): boolean =>
  all.some(({ from, to }) => from <= at && at < to);

const isMoney = ({ of }: Amount): boolean => of.includes('yuan');

const blanked = (text: string, { from, to }: Span): string =>
  text.slice(0, from) + '_'.repeat(to - from) + text.slice(to);

/** The words between those that are known. */
function withUnknown(text: string, known: readonly Token[]): Token[] {
  const ends = [0, ...known.map(({ to }) => to)];
  const starts = [...known.map(({ from }) => from), text.length];
  return starts.flatMap((start, i) => {
    const [from, one] = [ends[i] ?? 0, known[i]];
    const words = text.slice(from, start);
    const unknown: Token[] = words.trim() === '' ? [] : [{ from, to: start, words, sign: '?' }];
    return one ? [...unknown, one] : unknown;
  });
}

/** 晋 and 豫, which are words of a place only by themselves or in a row: 江浙沪. */
function withShortNames(token: Token): Token[] {
  const { short } = postageWords();
  const signs = [...token.words.trim()];
  if (token.sign !== '?' || !signs.every((sign) => short.has(sign))) return [token];
  return [{ ...token, sign: 'P', places: signs.flatMap((sign) => short.get(sign) ?? []) }];
}

/** 陕西、山西、河南; Tibet, Xinjiang and Qinghai: one place of several provinces. */
function joinPlaces(tokens: readonly Token[]): Token[] {
  const all: Token[] = [];
  for (const one of tokens) {
    const [last, before] = [all.at(-1), all.at(-2)];
    const isJoint = last !== undefined && JOINT.test(last.words.trim());
    if (one.sign === 'P' && last?.sign === 'P') all.splice(-1, 1, joined(last, one));
    else if (one.sign === 'P' && isJoint && before?.sign === 'P') all.splice(-2, 2, joined(before, one));
    else all.push(one);
  }
  return all;
}

const JOINT = /^(?:[、,和跟与及同或]|and|or)$/iu;

const joined = (one: Token, other: Token): Token => ({
  ...one,
  to: other.to,
  places: [...(one.places ?? []), ...(other.places ?? [])],
});
