import { type Act, type ChatSubject, chatSubjects } from '../acts/act.ts';
import { inStandardWords } from '../acts/dialects.ts';
import { type CommandName, type Topic, topicNames } from '../acts/lexicon.ts';
import { asksSomething, namesAmount } from '../acts/question-topic.ts';
import { loadExamples } from './examples.ts';
import { extractFeatures } from './features.ts';
import { areKept, learnOrRead } from './kept-weights.ts';
import { type Learning, learnOnce } from './learning.ts';
import { type ExampleMatcher, learnWeights, matchBy } from './matcher.ts';

const plain = [
  ...(['yes', 'no', 'confirm', 'drop', 'thanks', 'greet', 'bye', 'praise', 'anger', 'bot'] as const),
  ...(['person', 'hurry', 'same', 'restore', 'received', 'refund', 'address'] as const),
];
const screens = ['orders', 'cart', 'browse'] as const;
const rest = ['payDelivery', 'payTransfer', 'cancel', 'status', 'chat', 'note', 'other'] as const;
const commands = [
  ...(['review', 'whereTo', 'follow', 'unfollow', 'rate', 'help', 'paid', 'payHow'] as const),
  ...(['streamRemind', 'cheaperWatch', 'notify', 'changeOrder'] as const),
] satisfies readonly CommandName[];

type BuyerIntent =
  | (typeof plain)[number]
  | (typeof screens)[number]
  | (typeof rest)[number]
  | (typeof commands)[number]
  | ChatSubject
  | Topic;

const intents: readonly BuyerIntent[] = [
  ...plain,
  ...screens,
  ...rest,
  ...commands,
  ...chatSubjects,
  ...topicNames,
];

/** Longer messages tell a story: what a few of its words are like says little of it. */
const MAX_LENGTH = 90;

export const loadBuyerExamples = () => loadExamples('lexicon/intents-buyer.yaml', intents).examples;

/** Whatever dialect it is in, a message is compared in the words of everybody. */
export const buyerFeatures = (message: string): string[] => extractFeatures(inStandardWords(message));

/** Tried on messages that were left out of the examples: below either, more would be wrong than one in twenty. */
export const BUYER_THRESHOLDS = { likeness: 0.5, agreement: 0.85 };

/** What places or changes an order must be surer: 查下单子 is much like 下单. */
const SURE = 0.93;
const deciding: readonly BuyerIntent[] = ['confirm', 'restore', 'received'];

/** For want of anything better, of what does nothing but tell: of those one in ten is wrong. */
const LAST_RESORT = { likeness: 0.3, agreement: 0.6 };
const telling: ReadonlySet<BuyerIntent> = new Set<BuyerIntent>([
  ...(['greet', 'thanks', 'praise', 'bye', 'bot', 'anger', 'chat'] as const),
  ...chatSubjects,
  ...topicNames.filter((topic) => topic !== 'fee'),
]);

const KEPT = 'buyer-guess';

export const learnedBuyerGuess = learnOnce(
  function* (): Learning<ExampleMatcher<BuyerIntent>> {
    const weights = yield* learnOrRead(KEPT, () => learnWeights(loadBuyerExamples(), buyerFeatures));
    return matchBy(weights, LAST_RESORT, buyerFeatures);
  },
  () => areKept(KEPT),
);

/** What a message wants by the examples it is like; nothing where it is like none. */
const findLike: ExampleMatcher<BuyerIntent> = (message) =>
  message.length > MAX_LENGTH ? undefined : learnedBuyerGuess()(message);

/** … and nothing where it is not sure, or like an order. */
function matchBuyerIntent(message: string): Exclude<BuyerIntent, 'other'> | undefined {
  const found = findLike(message);
  if (!found || found.intent === 'other') return undefined;
  const { likeness, agreement } = BUYER_THRESHOLDS;
  if (found.likeness < likeness || found.agreement < agreement) return undefined;
  return deciding.includes(found.intent) && found.agreement < SURE ? undefined : found.intent;
}

/** What a message that nothing else explains may be about, as long as it is only answered. */
export function guessCourtesy(message: string): Guess | undefined {
  const found = findLike(message);
  if (!found || found.intent === 'other' || !telling.has(found.intent) || namesAmount(message))
    return undefined;
  return toAct(found.intent, message);
}

export type Guess = Act | { readonly is: 'cancel' | 'status' };

/** What may be said of so much: 等了三天, 少了半斤. Whatever else names an amount may be an order. */
const withAmounts: readonly BuyerIntent[] = ['refund', 'anger', 'hurry', 'status'];

/** The act that a message is most like. Only for what no rule knows. */
export function guessAct(message: string): Guess | undefined {
  const intent = matchBuyerIntent(message);
  if (!intent || (!withAmounts.includes(intent) && namesAmount(message))) return undefined;
  // 收到了吗 asks, and says nothing of the kind.
  if (deciding.includes(intent) && asksSomething(message)) return undefined;
  return toAct(intent, message);
}

function toAct(intent: Exclude<BuyerIntent, 'other'>, message: string): Guess {
  switch (intent) {
    case 'orders':
    case 'cart':
    case 'browse':
      return { is: 'show', screen: intent };
    case 'payDelivery':
      return { is: 'pay', way: 'delivery' };
    case 'payTransfer':
      return { is: 'pay', way: 'transfer' };
    case 'note':
      return { is: 'wish', text: message.trim() };
    default:
      if (isChat(intent)) return { is: 'chat', about: intent };
      if (isCommand(intent)) return { is: 'command', command: intent };
      return isTopic(intent) ? { is: 'topic', topic: intent } : { is: intent };
  }
}

const isCommand = (intent: BuyerIntent): intent is (typeof commands)[number] =>
  commands.some((command) => command === intent);

const isChat = (intent: BuyerIntent): intent is ChatSubject =>
  chatSubjects.some((subject) => subject === intent);

const isTopic = (intent: BuyerIntent): intent is Topic => topicNames.some((topic) => topic === intent);
