import type { Learning } from '../guess/learning.ts';
import { type ExampleMatch, learnWeights, rankBy, type Weigh } from '../guess/matcher.ts';
import { shapeFeatures } from './features.ts';
import { fillTemplate, type Language } from './fill.ts';
import type { Form, Forms } from './forms.ts';
import { isHearsay } from './shape-words.ts';
import { findShape, type Names, type Shape } from './slots.ts';
import { loadWordLists } from './word-lists.ts';

/** A plain sentence that a message may stand for. */
export interface PlainSentence {
  readonly form: Form;
  readonly sentence: string;
  /** How sure it is that nothing else is meant, from 0 to 1. */
  readonly sureness: number;
  /** How much of the message the examples know, from 0 to 1. */
  readonly likeness: number;
}

export interface PlainSpeaker {
  (message: string, names: Names): readonly PlainSentence[];
  /** Whether it may stand for a sentence with somebody's name in it: only then need names be looked up. */
  mayName(message: string, names: Names): boolean;
}

/** Longer than that is a story. */
const MAX_LENGTH = 140;
/** Goods or figures alone say nothing of what is to be done. */
const FEWEST_SIGNS = 2;
const SLOTS = /<[a-z]+>/gu;
const SIGNS = /[^\p{L}]/gu;
/** What is less likely is none. */
const LEAST = 0.08;
/** … and does not even count as what else may be meant. */
const NEGLIGIBLE = 0.01;
/** Of some forms there are more examples than of others: that says nothing. */
const NO_BIAS = 0;

/**
 * Learns from the examples to say what a message may stand for in plain sentences, the likeliest first; nothing where it
 * is most like what is no form.
 */
export function* learnPlainSpeaker(
  { lists, forms, others }: Forms,
  weigh: Weigh<string>,
): Learning<PlainSpeaker> {
  const wordLists = loadWordLists(lists);
  yield;
  const examples = { ...Object.fromEntries(forms.map((form) => [form.name, form.examples])), ...others };
  const weights = yield* weigh(() =>
    learnWeights(examples, (shape) => shapeFeatures(shape, wordLists), NO_BIAS),
  );
  const rank = rankBy(weights);
  const byName = new Map(forms.map((form) => [form.name, form]));
  const naming = new Set(forms.filter(takesName).map(({ name }) => name));
  const likelyFor = ({ masked }: Shape): readonly Ranked[] =>
    masked.replace(SLOTS, '').replace(SIGNS, '').length < FEWEST_SIGNS
      ? []
      : rank(shapeFeatures(masked, wordLists)).filter(({ agreement }) => agreement >= NEGLIGIBLE);

  const mayName = (message: string, names: Names): boolean =>
    message.length <= MAX_LENGTH &&
    likelyFor(findShape(message, names)).some(
      ({ intent, agreement }) => agreement >= LEAST && naming.has(intent),
    );
  const say = (message: string, names: Names): readonly PlainSentence[] => {
    if (message.length > MAX_LENGTH) return [];
    const shape = findShape(message, names);
    const language = languageOf(message);
    const possible = likelyFor(shape).flatMap((one) => {
      const form = byName.get(one.intent);
      const sentence = form && sayForm(form, shape, language);
      return form && sentence === undefined ? [] : [{ ...one, form, sentence }];
    });
    const all = possible.reduce((sum, { agreement }) => sum + agreement, 0);
    const said: PlainSentence[] = [];
    const isTold = isHearsay(shape.plain);
    for (const { form, sentence, agreement, likeness } of possible) {
      const sureness = agreement / all;
      if (!form || sentence === undefined || sureness < LEAST) break;
      const same = said.findIndex((one) => one.sentence === sentence);
      const before = said[same];
      // Two forms may say the same: that is one sentence, and twice as sure.
      if (before) said[same] = { ...before, sureness: before.sureness + sureness };
      else if (!isTold || form.does === 'tells') said.push({ form, sentence, sureness, likeness });
    }
    return said;
  };
  return Object.assign(say, { mayName });
}

type Ranked = ExampleMatch<string>;

const takesName = ({ zh, en }: Form): boolean => [...zh, ...en].some((one) => one.includes('{person}'));

const HAN = /\p{Script=Han}/u;

/** The language in which the plain sentence is said: that of the message. */
const languageOf = (message: string): Language => (HAN.test(message) ? 'zh' : 'en');

/** The first of the form's sentences that the message fills. */
function sayForm(form: Form, shape: Shape, language: Language): string | undefined {
  for (const template of form[language]) {
    const sentence = fillTemplate(template, shape, language, form);
    if (sentence !== undefined) return sentence;
  }
  return undefined;
}
