import type { Act } from '../acts/act.ts';
import { type Topic, topicNames } from '../acts/lexicon.ts';
import { lex } from '../lexer/lexer.ts';
import { loadExamples } from './examples.ts';
import { createExampleMatcher, type ExampleMatch } from './matcher.ts';

const plain = [
  ...(['yes', 'no', 'confirm', 'drop', 'thanks', 'greet', 'bye', 'praise', 'anger', 'bot'] as const),
  ...(['person', 'hurry', 'same', 'restore', 'received', 'refund', 'address'] as const),
];
const screens = ['orders', 'cart', 'browse'] as const;
const rest = ['payDelivery', 'payTransfer', 'cancel', 'status', 'other'] as const;

type BuyerIntent = (typeof plain)[number] | (typeof screens)[number] | (typeof rest)[number] | Topic;

const intents: readonly BuyerIntent[] = [...plain, ...screens, ...rest, ...topicNames];

/** Longer messages tell a story: what a few of its words are like says little of it. */
const MAX_LENGTH = 90;

export const loadBuyerExamples = () => loadExamples('lexicon/intents-buyer.yaml', intents);

/** Tried on messages that were left out of the examples: below either, more would be wrong than one in twenty. */
export const BUYER_THRESHOLDS = { likeness: 0.5, agreement: 0.8 };

/** What places or changes an order must be surer: 查下单子 is much like 下单. */
const SURE = 0.93;
const deciding: readonly BuyerIntent[] = ['confirm', 'restore', 'received'];

let matcher: ((message: string) => ExampleMatch<BuyerIntent> | undefined) | undefined;

/** What a message wants by the examples it is like; nothing where it is like none, or like an order. */
function matchBuyerIntent(message: string): Exclude<BuyerIntent, 'other'> | undefined {
  if (message.length > MAX_LENGTH) return undefined;
  matcher ??= createExampleMatcher(loadBuyerExamples(), BUYER_THRESHOLDS);
  const found = matcher(message);
  if (!found || found.intent === 'other') return undefined;
  return deciding.includes(found.intent) && found.agreement < SURE ? undefined : found.intent;
}

export type Guess = Act | { readonly is: 'cancel' | 'status' };

/** What may be said of so much: 等了三天, 少了半斤. Whatever else names an amount may be an order. */
const withAmounts: readonly BuyerIntent[] = ['refund', 'anger', 'hurry', 'status'];

/** The act that a message is most like. Only for what no rule knows. */
export function guessAct(message: string): Guess | undefined {
  const intent = matchBuyerIntent(message);
  if (!intent || (!withAmounts.includes(intent) && hasAmount(message))) return undefined;
  return toAct(intent);
}

const hasAmount = (message: string): boolean =>
  lex(message).tokens.some((token) => token.is === 'amount' && !token.amount.unit.isPortion);

function toAct(intent: Exclude<BuyerIntent, 'other'>): Guess {
  switch (intent) {
    case 'orders':
    case 'cart':
    case 'browse':
      return { is: 'show', screen: intent };
    case 'payDelivery':
      return { is: 'pay', way: 'delivery' };
    case 'payTransfer':
      return { is: 'pay', way: 'transfer' };
    default:
      return isTopic(intent) ? { is: 'topic', topic: intent } : { is: intent };
  }
}

const isTopic = (intent: BuyerIntent): intent is Topic => topicNames.some((topic) => topic === intent);
