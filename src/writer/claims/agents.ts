import type { Entry } from './entries.ts';
import type { Quantity } from './numbers/quantity.ts';
import type { Span } from './phrases.ts';
import type { Clause } from './relations.ts';
import { vocabulary } from './vocabulary.ts';

/** Who does what, as a clause puts the two side by side: 婆婆炒的, I do the packing. */
interface Doing {
  readonly who: readonly Entry[];
  readonly deed: Entry;
}

/** Words by which the seller speaks of herself, as one. */
const SELF = ['我', '俺', '咱', 'i'];

/** Who else does a family's work, by any word that the glossary has for them. */
const FAMILY = [
  ...[
    '父母',
    '父亲',
    '母亲',
    '爷爷',
    '奶奶',
    '外公',
    '外婆',
    '公公',
    '婆婆',
    '哥哥',
    '弟弟',
    '姐姐',
    '妹妹',
    '姨',
    '姑姑',
    '叔叔',
    '舅舅',
  ],
  ...['丈夫', '妻子', '儿子', '女儿', '媳妇', '嫂子', '女婿'],
];

const JOIN = /^\s*(?:[和跟与同]|and|with)(?:我|my|the)?\s*(?:my )?$/iu;

/** Two people joined in a fact are two, however they are called: 我跟婆娘. */
export function peopleCounted(text: string, entries: readonly Entry[]): Quantity[] {
  const people = entries.filter(
    ({ what }) => isSelf(what) || (typeof what === 'number' && vocabulary().topics[what] === 'people'),
  );
  const isPair = people.some((one) =>
    people.some((other) => other.from > one.to && JOIN.test(text.slice(one.to, other.from))),
  );
  return isPair ? [{ from: 0, to: 0, dimension: 'count', value: 2, isLoose: false, isOfPeople: true }] : [];
}

/** Deeds of a text that its facts give to others: my mother-in-law roasts and I pack is not the other way round. */
export function wrongDoers(clauses: readonly Clause[], facts: readonly Clause[]): Span[] {
  const family = new Set(FAMILY.flatMap((word) => [...(vocabulary().meanings.get(word) ?? [])]));
  const given = facts.flatMap((fact) => doingsIn(fact, family));
  return clauses
    .flatMap((clause) => doingsIn(clause, family))
    .flatMap(({ who, deed }) => {
      const doers = given.filter((one) => one.deed.what === deed.what).flatMap((one) => one.who.map(doerOf));
      const nearest = who.filter(({ from }) => from === who[0]?.from);
      const isSo = doers.length === 0 || nearest.some((one) => doers.includes(doerOf(one)));
      const self = who.find((one) => isSelf(one.what) && isBeside(one, nearest[0]));
      if (isSo && self && doers.length > 0 && !doers.includes('self')) return [self, deed];
      return isSo ? [] : [...nearest, deed];
    });
}

/** 我 of 我跟妹妹, I of `I and my sister`: who does it together with another. */
const isBeside = (one: Entry, other: Entry | undefined): boolean =>
  other !== undefined && other.from > one.to && other.from - one.to <= JOINED;

/** In signs. */
const JOINED = 8;

/** Each deed with the people named before it, else behind it, the nearest first. */
function doingsIn({ named }: Clause, family: ReadonlySet<number>): Doing[] {
  const entries = [...named.values()].flat();
  const all = entries.filter((one) => isPerson(one, family) && !isPossessive(one, entries, family));
  // 爸妈 are the parents, of whom 妈 is one.
  const people = all.filter(
    ({ from, to }) => !all.some((one) => one.from <= from && one.to >= to && one.to - one.from > to - from),
  );
  return entries.filter(isDeed).flatMap((deed) => {
    const before = people.filter(({ to }) => to <= deed.from).sort((one, other) => other.from - one.from);
    const behind = people.filter(({ from }) => from >= deed.to).sort((one, other) => one.from - other.from);
    const who = before.length > 0 ? before : behind;
    const isParted = (one: Entry, other: Entry): boolean =>
      entries.some(
        (entry) => isDeed(entry) && !entry.isNeutral && entry.from >= one.to && entry.to <= other.from,
      );
    const together = who.filter((one) => who[0] && !isParted(one, who[0]));
    return together.length > 0 ? [{ who: together, deed }] : [];
  });
}

const doerOf = ({ what }: Entry): Entry['what'] => (isSelf(what) ? 'self' : what);

const isSelf = (what: Entry['what']): boolean => typeof what === 'string' && SELF.includes(what);

const isPerson = ({ what }: Entry, family: ReadonlySet<number>): boolean =>
  isSelf(what) || (typeof what === 'number' && family.has(what));

/** 我 of 我爸. */
const isPossessive = (one: Entry, entries: readonly Entry[], family: ReadonlySet<number>): boolean =>
  isSelf(one.what) &&
  entries.some(
    ({ what, from, to }) => typeof what === 'number' && family.has(what) && from <= one.to && to > one.to,
  );

const isDeed = ({ what, isNegative }: Entry): boolean =>
  typeof what === 'number' && !isNegative && ['process', 'grow'].includes(vocabulary().topics[what] ?? '');
