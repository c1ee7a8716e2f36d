import { z } from 'zod';
import { phrases } from '../acts/lexicon.ts';
import { phrasePattern, plainWords } from '../acts/phrases.ts';
import { lex } from '../lexer/lexer.ts';
import { loadExamples } from './examples.ts';
import { extractFeatures } from './features.ts';
import { areKept, learnOrRead } from './kept-weights.ts';
import { type Learning, learnOnce } from './learning.ts';
import { learnWeights, matchBy, type Weigh } from './matcher.ts';

// What a message that no rule knows is taken for, by examples: for want of anything better, and never for an offer.

const helpTopics = [
  ...(['general', 'post', 'price', 'stock', 'packs', 'photo', 'undo', 'orders', 'refund', 'money'] as const),
  ...(['helpers', 'shipping', 'shop', 'stream', 'cost', 'share', 'rest', 'sales', 'text', 'write'] as const),
];
const screens = ['orders', 'sales', 'products', 'payment', 'pack', 'shop', 'delivery'] as const;
const talks = ['greet', 'thanks', 'bye', 'bot', 'yes', 'no', 'praise', 'anger', 'chat', 'heard'] as const;
const deeds = ['undo', 'publish', 'discard', 'person', 'photo'] as const;
const settings = ['fee', 'pickup', 'name', 'day-off', 'areas'] as const;
const streams = ['end', 'plan', 'move'] as const;

/** What is wanted of a seller's message, as far as no words of goods and amounts are needed for it. */
const sellerIntents = [
  ...talks,
  ...deeds,
  ...screens.map((screen) => `show-${screen}` as const),
  ...helpTopics.map((topic) => `help-${topic}` as const),
  ...settings.map((topic) => `set-${topic}` as const),
  ...streams.map((verb) => `stream-${verb}` as const),
] as const;
export type SellerGuess = (typeof sellerIntents)[number];

/** With `other`: what must stay unanswered. */
export const loadSellerExamples = () =>
  loadExamples('lexicon/intents-seller.yaml', [...sellerIntents, 'other'], {
    idle: phrases,
    same: z.record(z.string(), phrases),
  });

/** Longer than that is a story. */
const MAX_LENGTH = 60;

/** Tried on messages that were left out of the examples: below either, more would be wrong than one in twenty. */
const THRESHOLDS = { agreement: 0.8, likeness: 0.3 };
/** What changes something must be surer. */
const SURE = 0.86;
const changing: ReadonlySet<string> = new Set(['undo', 'publish', 'discard', 'yes', 'stream-end']);

type Reader = (message: string) => SellerGuess | undefined;

/** Silent over whatever states a price or an amount: that is an offer, and is asked about as one. */
export function* learnSellerGuess(
  { idle, same, examples }: ReturnType<typeof loadSellerExamples>,
  weigh: Weigh<SellerGuess | 'other'> = (learn) => learn(),
): Learning<Reader> {
  const extract = features(same);
  const match = matchBy(yield* weigh(() => learnWeights(examples, extract)), THRESHOLDS, extract);
  const idlePattern = phrasePattern(idle, 'g');
  return (message) => {
    if (message.length > MAX_LENGTH || statesAmount(message.replace(idlePattern, ' '))) return undefined;
    const found = match(message);
    if (!found || found.intent === 'other') return undefined;
    return changing.has(found.intent) && found.agreement < SURE ? undefined : found.intent;
  };
}

/** Words that say the same are one word: 咋 and 怎么, how do i and how can i. */
const features =
  (same: Readonly<Record<string, readonly string[]>>) =>
  (message: string): readonly string[] => {
    const said = Object.entries(same).reduce(
      (text, [word, others]) => text.replace(patternFor(word, others), word),
      plainWords(message),
    );
    return extractFeatures(said);
  };

const statesAmount = (message: string): boolean =>
  lex(message).tokens.some(
    (token) =>
      (token.is === 'money' && token.fen !== undefined) ||
      (token.is === 'amount' && token.amount.base !== undefined) ||
      token.is === 'number' ||
      token.is === 'code',
  );

const patterns = new Map<string, RegExp>();
function patternFor(word: string, others: readonly string[]): RegExp {
  const pattern = patterns.get(word) ?? phrasePattern(others, 'g');
  patterns.set(word, pattern);
  return pattern;
}

const KEPT = 'seller-guess';

export const learnedSellerGuess = learnOnce(
  function* (): Learning<Reader> {
    const examples = loadSellerExamples();
    yield;
    return yield* learnSellerGuess(examples, (learn) => learnOrRead(KEPT, learn));
  },
  () => areKept(KEPT),
);

/** What the message most likely wants; nothing where the examples do not agree. */
export const guessSellerAct: Reader = (message) => learnedSellerGuess()(message);
