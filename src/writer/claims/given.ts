import { pinyin } from 'pinyin-pro';
import { peopleCounted } from './agents.ts';
import { withAnswers } from './answered.ts';
import type { FactRead } from './cues.ts';
import { type Entry, findEntries } from './entries.ts';
import type { Polarity } from './marks.ts';
import { type Bound, isBorneOut, isWithin } from './numbers/bounds.ts';
import { findGivenQuantities, yearsOfAge } from './numbers/given-quantities.ts';
import { findQuantities } from './numbers/quantities.ts';
import { agree, type Quantity } from './numbers/quantity.ts';
import { readExtras } from './numbers/ratios/extras.ts';
import { countWeekdays, type Rate, readRates } from './numbers/ratios/rates.ts';
import { findTotals, type Ratio, readRatios } from './numbers/ratios/ratios.ts';
import { dateWords } from './numbers/seasons.ts';
import { type Policy, readPolicy } from './postage/policy.ts';
import { type Reading, readText, withWeekdays } from './reading.ts';
import { type Clause, findClauses } from './relations.ts';
import { type Vocabulary, vocabulary } from './vocabulary.ts';

/** What a set of facts supports: words, meanings and names, each stated or denied. What is left open needs any of them. */
export interface Given {
  readonly quantities: readonly Quantity[];
  /** Whether facts give so much or more, or so much or less. */
  hasBounded(one: Quantity, bound: Bound): boolean;
  /** How often or how much in each span of time: 每年翻晒两次. */
  readonly rates: readonly Rate[];
  /** What packs hold and cost. */
  readonly ratios: readonly Ratio[];
  /** Sums on top of a price. */
  readonly extras: readonly number[];
  /** Who pays for the post. */
  readonly postage: Policy | undefined;
  readonly clauses: readonly Clause[];
  readonly read: readonly FactRead[];
  /** Whether it is what the facts are about: the goods. */
  isTopic(what: Entry['what']): boolean;
  /** Whether it is what a fact's word rules out: cultivated, of what grows wild. */
  isRuledOut(what: Entry['what']): boolean;
  hasMeaning(meanings: ReadonlySet<number> | undefined, as: Polarity): boolean;
  hasStem(stem: string, as: Polarity): boolean;
  /** A name in Latin letters as a fact has it, or the sound of one in Chinese. */
  hasName(latin: string): boolean;
  /** A Chinese word of one character. */
  hasSign(sign: string, as: Polarity): boolean;
  /** Whether somebody whom the facts name is called so: 马 of 马建设. */
  isSurname(sign: string): boolean;
  /** Chinese of two characters or more, as a fact has it. */
  hasChinese(words: string, as: Polarity): boolean;
  /** The pinyin of a Chinese name in a fact: Yongshou. */
  hasSound(latin: string): boolean;
  /** A Chinese name whose pinyin is in a fact: 攸县. */
  soundsLikeName(chinese: string): boolean;
}

/** The most syllables of a pinyin name that is written as one word. */
const MOST_SYLLABLES = 6;

/** By the vocabulary that they were read with. */
const kept = new WeakMap<Vocabulary, Map<string, Given>>();
const MOST_KEPT = 50;

/** Cached, because the sentences of one text are checked one by one against the same facts. */
export function readFacts(facts: readonly string[], year: number): Given {
  const all = kept.get(vocabulary()) ?? new Map<string, Given>();
  kept.set(vocabulary(), all);
  const key = `${year}\n${facts.join('\n')}`;
  const known = all.get(key);
  if (known) return known;
  const given = readGiven(facts, year);
  if (all.size >= MOST_KEPT) all.clear();
  all.set(key, given);
  return given;
}

function readGiven(written: readonly string[], year: number): Given {
  const facts = withAnswers(written);
  const readings = facts.flatMap((fact) => [...new Set([fact, withWeekdays(fact)])].map(readText));
  const ratios = readRatios(facts);
  const read = readings.map((reading) => ({ reading, entries: findEntries(reading) }));
  const totals = findTotals(ratios);
  const counted = facts
    .map((fact) => fact.normalize('NFKC'))
    .map((fact) => ({ fact, found: findQuantities(fact) }));
  const ages = counted.flatMap(({ fact, found }) => yearsOfAge(fact, found));
  const quantities = [
    ...facts.flatMap((fact) => findGivenQuantities(fact.normalize('NFKC'))),
    ...totals,
    ...facts.map(countWeekdays).flatMap(timesAWeek),
    ...read.flatMap(({ reading, entries }) => peopleCounted(reading.text, entries)),
  ];
  if (facts.some((fact) => DRINK.test(fact)))
    quantities.push(...quantities.flatMap((one) => (one.isLoose ? [] : asDrunk(one))));
  const said = new Said(read.flatMap(({ entries }) => entries));
  const ruledOut = new Set(
    read.flatMap(({ entries }) =>
      entries
        .filter(({ isContrary, polarity }) => isContrary && polarity === 'denied')
        .map(({ what }) => what),
    ),
  );
  const topics = new Set(
    read.flatMap(({ reading, entries }) => (TOPIC.test(reading.text) ? entries.map(({ what }) => what) : [])),
  );
  const dates = facts.flatMap((fact) => dateWords(fact, findQuantities(fact.normalize('NFKC')), year));
  for (const word of dates) {
    said.add(word, 'said');
    for (const one of vocabulary().meanings.get(word) ?? []) said.add(one, 'said');
  }
  const sounds = new Set(readings.flatMap(({ text }) => soundsIn(text)));
  const names = namesIn(readings);
  return {
    ...{
      quantities,
      ratios,
      postage: readPolicy(facts),
      extras: readExtras(facts.map((fact) => fact.normalize('NFKC'))),
    },
    rates: facts.map(withWeekdays).flatMap(readRates),
    hasBounded: (one, bound) =>
      counted.some(({ fact, found }) => isBorneOut(one, bound, fact, found)) ||
      [...totals, ...ages].some(
        ({ dimension, value }) => agree(one.dimension, dimension) && isWithin(value, one.value, bound),
      ),
    read: read.map(({ reading, entries }) => ({ text: reading.text, entries })),
    clauses: read.flatMap(({ reading, entries }) => findClauses(reading, entries)),
    isRuledOut: (what) => ruledOut.has(what) && !said.has(what, 'said'),
    isTopic: (what) => topics.has(what),
    hasMeaning: (wanted, as) => [...(wanted ?? [])].some((one) => said.has(one, as)),
    hasStem: (stem, as) => said.has(stem, as),
    isSurname: (sign) =>
      facts.some((fact) => SELLER.exec(fact.normalize('NFKC'))?.groups?.name?.startsWith(sign) === true),
    hasSign: (sign, as) => said.has(sign, as),
    hasChinese: (words, as) => readings.some((reading) => stands(words, reading, as)),
    hasName: (latin) => names.has(latin.toLowerCase()) || sounds.has(latin.toLowerCase()),
    hasSound: (latin) => sounds.has(latin.toLowerCase().replaceAll(/['’]s?$|['’]/g, '')),
    soundsLikeName: (chinese) =>
      [chinese, chinese.replace(/家$/u, '')].some((name) => names.has(syllablesOf(name).join(''))),
  };
}

/** Facts that begin with somebody's name. */
const SELLER =
  /^(?:卖家|店主|店家|农户|师傅|茶农|老板|\p{Script=Han}{1,4}的人|养蜂人|掌柜)\s*:\s*(?<name>\p{Script=Han}{2})/u;

const timesAWeek = (value: number): Quantity[] =>
  value > 1 ? [{ from: 0, to: 0, dimension: 'count', value, isLoose: false }] : [];

/** What is as heavy as water: half a litre of it is one jin. */
const DRINK =
  /^(?:商品|品名|名称|产品|title|product|name)\s*[:：].*(?:酒|醋|酱油|奶|汁|露|wine|vinegar|milk|juice|soy sauce)/iu;

const asDrunk = (one: Quantity): Quantity[] =>
  one.dimension === 'millilitres'
    ? [{ ...one, dimension: 'grams' }]
    : one.dimension === 'grams'
      ? [{ ...one, dimension: 'millilitres' }]
      : [];

/** The fact that names the goods. */
const TOPIC = /^(?:商品|品名|名称|产品|title|product|name)\s*:/i;

/** What the facts state, deny, and leave open. */
class Said {
  readonly #said = new Map<Entry['what'], Set<Polarity>>();
  constructor(entries: readonly Entry[]) {
    for (const { what, polarity } of entries) this.add(what, polarity);
  }
  add(what: Entry['what'], as: Polarity): void {
    this.#said.set(what, (this.#said.get(what) ?? new Set()).add(as));
  }
  has(what: Entry['what'], as: Polarity): boolean {
    const found = this.#said.get(what);
    return as === 'doubtful' ? found !== undefined : (found?.has(as) ?? false);
  }
}

function stands(words: string, { text, polarities, isInner }: Reading, as: Polarity): boolean {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    const isSo = as === 'doubtful' || polarities.at[at] === as;
    if (isSo && !isInner(at) && !isInner(at + words.length)) return true;
  }
  return false;
}

const syllablesOf = (chinese: string): string[] =>
  pinyin(chinese, { toneType: 'none', type: 'array', v: true });

/** 堡 in 吴堡 is read bǔ: a name may use any reading of one of its characters. */
function readingsOf(run: string): string[][] {
  const usual = syllablesOf(run);
  const others = [...run].flatMap((sign, i) =>
    pinyin(sign, { toneType: 'none', type: 'array', multiple: true, v: true })
      .filter((one) => one !== usual[i])
      .map((one) => usual.with(i, one)),
  );
  return [usual, ...others];
}

function soundsIn(text: string): string[] {
  return [...text.matchAll(/\p{Script=Han}+/gu)]
    .flatMap(([run]) => readingsOf(run))
    .flatMap((syllables) => {
      return syllables.flatMap((_, from) =>
        Array.from({ length: MOST_SYLLABLES }, (__, more) => syllables.slice(from, from + 1 + more).join('')),
      );
    });
}

/** Miao Cuihua's. */
const bare = (name: string): string =>
  name
    .toLowerCase()
    .replace(/['’]s$/, '')
    .replaceAll(/['’]/g, '');

/** Latin words of the facts, one or two joined. */
function namesIn(readings: readonly Reading[]): ReadonlySet<string> {
  return new Set(
    readings.flatMap(({ english }) =>
      english.flatMap(({ word }, i) => {
        const one = bare(word);
        return [one, one + bare(english[i + 1]?.word ?? '')];
      }),
    ),
  );
}
