import { classShares } from '../../../nlu/model/classifier.ts';
import { loadModel, type Model } from '../../../nlu/model/model.ts';
import { toSimplifiedSigns } from '../../text/plain-text.ts';
import { cues } from '../cues.ts';
import { toStem } from '../english.ts';
import { type Given, readFacts } from '../given.ts';
import type { Span } from '../phrases.ts';
import { type Reading, readText } from '../reading.ts';
import { vocabulary } from '../vocabulary.ts';
import { compareFacts, stated } from './compared-facts.ts';
import { type OpenClause, openWordFeatures } from './judge-features.ts';
import { contentWords, type Word } from './words.ts';

/** An open word as it was learned from: another word for what a fact says, or invented. */
export const VERDICTS = ['said', 'invented'] as const;

/** The share of invention that a word may have to pass, chosen on writers who were left out when it learned. */
const MOST_INVENTED = 0.025;

/** A clause of more unknown words is none that says what the facts say. */
const MOST_OPEN = 4;

let loaded: Model | undefined;

/** What `npm run train -- claims` learned, read once in each process. */
function learned(): Model {
  loaded ??= loadModel(new URL('./models/open-words.bin', import.meta.url));
  return loaded;
}

/** Judges the clauses of one text: what is read of its facts is read once. */
export interface Judge {
  /**
   * Whether all words of a clause that no fact gives are, by what was learned, other words for what the facts say.
   * Numbers, words that are denied, and words that a fact has otherwise (`not sweet`, `a little salt`) never are.
   */
  isSaidInOtherWords(place: Span, open: readonly boolean[]): boolean;
  /** The clause as it was learned from; undefined where it may not be judged. */
  read(place: Span, open: readonly boolean[]): OpenClause | undefined;
}

export function createJudge(reading: Reading, written: readonly string[], year: number): Judge {
  const facts = written.map(toSimplifiedSigns);
  let found: ReturnType<typeof readWords> | undefined;
  let beside: ReturnType<typeof compareFacts> | undefined;
  const read: Judge['read'] = ({ from, to }, open) => {
    found ??= readWords(reading, facts);
    const { words: all, known } = found;
    const words = all.filter((word) => word.from >= from && word.to <= to);
    const unknown = words.filter((word) => open.slice(word.from, word.to).includes(true));
    if (
      unknown.length === 0 ||
      unknown.length > MOST_OPEN ||
      unknown.some((word) => isCertain(word, known, readFacts(facts, year)))
    )
      return undefined;
    beside ??= compareFacts(reading.text, facts, year);
    return { words, open: unknown, facts: stated(known), beside: beside(reading.text.slice(from, to)) };
  };
  return {
    read,
    isSaidInOtherWords(place, open) {
      const clause = read(place, open);
      return clause !== undefined && shareInvented(clause) < MOST_INVENTED;
    },
  };
}

const readWords = (reading: Reading, facts: readonly string[]) => ({
  words: contentWords(reading),
  known: facts.flatMap((fact) => contentWords(readText(fact))),
});

/** Whether the rules say all there is to say of an open word: the facts have it, but not so. */
const isCertain = ({ form, isNumber, polarity }: Word, known: readonly Word[], given: Given): boolean =>
  isNumber ||
  cues()['only by facts'].some((one) => form === toStem(one) || form === one) ||
  polarity !== 'said' ||
  known.some((one) => one.form === form || (one.polarity !== 'said' && sharesSign(one.form, form))) ||
  given.hasMeaning(vocabulary().meanings.get(form), 'doubtful');

/** 盐 of 加盐. */
const sharesSign = (one: string, other: string): boolean =>
  [...one].some((sign) => HAN.test(sign) && other.includes(sign));

const HAN = /\p{Script=Han}/u;

/** How far the most doubtful of its open words is taken for invented, from 0 to 1. */
function shareInvented(clause: OpenClause): number {
  const shares = openWordFeatures(clause).map((features) =>
    Math.exp(classShares(learned(), features).get('invented') ?? 0),
  );
  return Math.max(...shares);
}
