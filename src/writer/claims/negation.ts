import type { EnglishToken } from './english.ts';
import type { Span } from './phrases.ts';

const NEGATOR = /^(?:不|没有?|未|无|非|别|勿|免|零|并非|毫无|绝不|从不|从未|无需)/u;
/** Words that contain a negator and negate nothing. */
const NO_NEGATOR =
  /^(?:不[但仅过少同错断止限久论管]|无[论锡花棣为极]|未来|非[常洲]|别[的家人]|特别|免费|没事|零食|零售)/u;
const PARTICLE = /^[的了着过地得用要有是能会可加放添]$/u;
const CLAUSE_END = /[,。!?;:、\n]/;
/** How many Chinese words a negator reaches. */
const REACH = 2;
const ENGLISH_NEGATOR = /^(?:not|no|never|without|nor|neither|none|nothing|cannot|\w+n['’]t)$/i;
const ENGLISH_REACH = 4;

/** The negator at the head of a Chinese word, if it has one. */
export function findNegator(word: string): string | undefined {
  return NO_NEGATOR.test(word) ? undefined : NEGATOR.exec(word)?.[0];
}

/** Which characters of a text are negated. A negator within one of `whole` reaches to the end of that phrase. */
export function negatedPlaces(
  text: string,
  chinese: readonly (Span & { readonly word: string })[],
  english: readonly EnglishToken[],
  whole: readonly Span[],
): boolean[] {
  const negated = Array.from({ length: text.length }, () => false);
  const around = (at: number): Span | undefined => whole.find(({ from, to }) => at >= from && at < to);
  const mark = (from: number, to: number): void => {
    for (let at = from; at < to; at += 1) negated[at] = true;
  };
  chinese.forEach(({ word, from }, i) => {
    const before = chinese[i - 1];
    // 发不了 is what 不发 is.
    if (/^不[了到]$/u.test(word) && before?.to === from) mark(before.from, before.to);
    if (/.不[了到]$/u.test(word)) mark(from, from + word.length - 2);
    const negator = findNegator(word);
    if (!negator) return;
    const start = from + negator.length;
    // 没有疤 does not say 有疤.
    const first = negator.endsWith('有') ? start - 1 : start;
    mark(first, around(from)?.to ?? reachOf(chinese, i, start, text));
  });
  english.forEach(({ word, from, to }, i) => {
    const before = english[i - 1];
    if (/^free$/i.test(word) && before && text[from - 1] === '-') mark(before.from, before.to);
    if (!ENGLISH_NEGATOR.test(word)) return;
    const last = english
      .slice(i + 1, i + 1 + ENGLISH_REACH)
      .findLast((next) => isSameClause(text, to, next.from));
    mark(to, around(from)?.to ?? last?.to ?? to);
  });
  return negated;
}

function reachOf(
  words: readonly (Span & { readonly word: string })[],
  first: number,
  from: number,
  text: string,
): number {
  const rest = (words[first]?.word ?? '').slice(from - (words[first]?.from ?? from));
  let left = rest === '' || PARTICLE.test(rest) ? REACH : REACH - 1;
  let end = words[first]?.to ?? from;
  for (const { word, from: start, to } of words.slice(first + 1)) {
    // 没打蜡的橙子: what follows is not denied.
    if (word === '的' && left < REACH) break;
    if (left === 0 || CLAUSE_END.test(text.slice(end, to))) break;
    if (text.slice(end, start).trim() !== '') break;
    end = to;
    if (!PARTICLE.test(word)) left -= 1;
  }
  return end;
}

const isSameClause = (text: string, from: number, to: number): boolean =>
  !/[,.;:!?\n]|\bbut\b/i.test(text.slice(from, to));
