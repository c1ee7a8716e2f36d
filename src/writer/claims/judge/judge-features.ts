import { hashText } from '../../../nlu/model/hash.ts';
import { partOfSpeech } from '../../text/segment.ts';
import { vocabulary } from '../vocabulary.ts';
import type { FactSeen } from './compared-facts.ts';
import { findLink, type Link, toView, type View } from './links.ts';
import type { Word } from './words.ts';

/** A clause of a text with words that no fact gives, and the facts beside it. */
export interface OpenClause {
  readonly words: readonly Word[];
  /** Those of them that no fact gives. */
  readonly open: readonly Word[];
  readonly facts: readonly Word[];
  readonly beside: readonly FactSeen[];
}

/** Hashes of what speaks for or against each open word of a clause being another word for what a fact says. */
export function openWordFeatures(clause: OpenClause): number[][] {
  const best = clause.beside
    .slice(1)
    .filter(({ said }) => said > 0)
    .reduce<FactSeen | undefined>((most, one) => (isCloser(one, most) ? one : most), undefined);
  const left = clause.beside.flatMap((one) => one.left);
  const seen: Seen = {
    best: best?.left ?? [],
    left,
    facts: clause.facts,
    views: { fact: toView(clause.facts), best: toView(best?.left ?? []), left: toView(left) },
    many: Math.min(clause.open.length, 3),
  };
  const common = clauseFeatures(clause, best, left.length);
  return clause.open.map((word) => [
    ...new Set([...common, ...wordFeatures(word, seen, best?.left.length)].map(hashText)),
  ]);
}

const isCloser = (one: FactSeen, most: FactSeen | undefined): boolean =>
  most === undefined ||
  one.said > most.said ||
  (one.said === most.said && one.left.length > most.left.length);

interface Seen {
  /** What the text leaves unsaid of the fact that the clause is about, and of all facts. */
  readonly best: readonly Word[];
  readonly left: readonly Word[];
  readonly facts: readonly Word[];
  readonly views: Readonly<Record<'fact' | 'best' | 'left', View>>;
  readonly many: number;
}

/** How many of the steps `count` has reached. */
const grade = (count: number, steps: readonly number[]): number =>
  steps.filter((step) => count >= step).length;

/** How much of the facts is said by the clause, and how much is left that its open words may say. */
function clauseFeatures(
  { words, open, beside }: OpenClause,
  best: FactSeen | undefined,
  leftOfAll: number,
): string[] {
  const many = Math.min(open.length, 3);
  const left = best ? grade(best.left.length, [1, 2, 3, 5]) : 'no';
  const rest = words.filter(({ isNeutral, from }) => !isNeutral && !open.some((one) => one.from === from));
  const whole = beside.filter((one) => one.size > 0 && one.left.length === one.size).length;
  const share = grade(open.length / words.length, [0.2, 0.4, 0.6, 0.8, 1]);
  return [
    ...[`best ${left}`, `best ${left} ${many}`, `left ${grade(leftOfAll, [1, 3, 6, 10])}`, `whole ${whole}`],
    ...(best ? [`said ${grade(best.said / best.size, [0.25, 0.5, 0.75, 1])} ${many}`] : []),
    ...[`open ${Math.min(open.length, 4)}`, `rest ${Math.min(rest.length, 4)}`, `share ${share}`],
    `open ${many} rest ${Math.min(rest.length, 3)}`,
    open.some(({ isChinese }) => isChinese) ? 'zh' : 'en',
  ];
}

const isClose = (link: Link): boolean => link !== 'none' && link !== 'unknown';

/** What kind of word it is, and whether a dictionary or its signs join it to a fact. */
function wordFeatures(word: Word, seen: Seen, leftOfBest: number | undefined): string[] {
  const links = Object.entries(seen.views).map(([name, view]) => ({ name, link: findLink(word, view) }));
  const close = ['best', 'left', 'fact'].find((name) =>
    links.some((one) => one.name === name && isClose(one.link)),
  );
  const { own, parts } = topicsOf(word);
  const left = leftOfBest === undefined ? 'no' : grade(leftOfBest, [1, 2, 3]);
  return [
    ...links.map(({ name, link }) => `link ${name} ${link}`),
    ...[`close ${close}`, `close ${close} ${seen.many}`, `close ${close} ${left} ${word.isChinese}`],
    `word ${word.form}`,
    ...own.flatMap((topic) => [`topic ${topic}`, `topic ${topic} ${close}`]),
    ...parts.map((topic) => `part ${topic}`),
    ...(word.isChinese ? chineseFeatures(word, seen, close) : []),
    ...(word.isNeutral ? ['neutral'] : []),
  ];
}

function chineseFeatures({ form }: Word, seen: Seen, close: string | undefined): string[] {
  const shares = (words: readonly Word[]): boolean =>
    words.some((one) => one.isChinese && [...form].some((sign) => one.form.includes(sign)));
  const where = shares(seen.best)
    ? 'best'
    : shares(seen.left)
      ? 'left'
      : shares(seen.facts)
        ? 'fact'
        : 'none';
  const part = partOfSpeech(form);
  return [
    ...[...form].map((sign) => `sign ${sign}`),
    ...[`shares ${where}`, `shares ${where} ${form.length}`],
    ...[`speech ${part}`, `speech ${part[0]} ${close}`, `speech ${part[0]} ${seen.many}`],
  ];
}

/** What the glossary knows the word for, and what the pieces of a Chinese word. */
function topicsOf({ form, isChinese }: Word): { own: string[]; parts: string[] } {
  const { meanings, topics } = vocabulary();
  const named = (words: readonly string[]): string[] => [
    ...new Set(words.flatMap((one) => [...(meanings.get(one) ?? [])]).map((one) => topics[one] ?? '')),
  ];
  const own = named([form]);
  const pieces = isChinese ? [...form].flatMap((sign, i) => [sign, form.slice(i, i + 2)]) : [];
  return { own: own.length > 0 ? own : ['unknown'], parts: named([form, ...pieces]) };
}
