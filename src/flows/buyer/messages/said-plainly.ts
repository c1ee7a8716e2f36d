import { z } from 'zod';
import { tap } from '../../../chat/dsl/action.ts';
import { ask } from '../../../chat/dsl/flow.ts';
import { type Button, type Reply, type ReplyPart, type Screen, say } from '../../../chat/dsl/screen.ts';
import { readAct } from '../../../nlu/acts/act.ts';
import { withoutSupposed } from '../../../nlu/acts/offers/supposed.ts';
import { plainWords } from '../../../nlu/acts/phrases.ts';
import { guessAct } from '../../../nlu/guess/buyer-guess.ts';
import { sayBuyerPlainly } from '../../../nlu/plainly/buyer-forms.ts';
import type { PlainSentence } from '../../../nlu/plainly/say-plainly.ts';
import { namesAsWords } from '../../../nlu/plainly/slots.ts';
import { knownGoodsFor } from '../../../nlu/read.ts';
import { buyerContext } from '../../common/read-context.ts';
import type { Turn } from '../../flow.ts';
import { homeButton } from '../../screens/values.ts';

// What no rule reads is said in a plain sentence that the rules do: answered at once, and what places an order after a yes.

type Answer = (turn: Turn) => Promise<Reply>;

/** Sentences that were asked about. */
export const meantShape = z.object({ sentences: z.array(z.string()).min(1) });
export const MEANT_STEP = 'meant';

/** Above it one sentence is answered; above the other nobody needs to be told how it was understood. */
const LIKELY = 0.55;
const CERTAIN = 0.85;
/** Below it no sentence is offered. */
const POSSIBLE = 0.3;
/** So sure must it be before a message is taken from a reader that would do something else with it. */
const SURE = { sureness: 0.85, likeness: 0.35 };
/** So sure before a question is answered that could be passed on to somebody who knows. */
const RATHER = 0.7;

/** What readers of orders and of questions do not do, and take for something else. */
const NO_QUESTIONS: ReadonlySet<string> = new Set([
  ...['phone', 'name', 'pickup', 'confirm', 'later', 'order-phone', 'order-address'],
  ...['broken', 'short', 'wrong', 'unfollow', 'notify', 'price-watch', 'free-when'],
]);

/** A shorter message has hardly a shape: 核桃 1斤 is read as it stands. */
const FEWEST_SIGNS = 9;

/** What a message surely stands for that no rule knows, and that readers of orders and questions would take for something else. */
export async function surelyAnswer(turn: Turn, answer: Answer): Promise<Reply | undefined> {
  if (turn.text.length < FEWEST_SIGNS || readAct(turn.text) || guessAct(turn.text)) return undefined;
  const [best] = await findMeant(turn);
  const isSure = best && best.sureness >= SURE.sureness && best.likeness >= SURE.likeness;
  return isSure && NO_QUESTIONS.has(best.form.name) ? answerTo(turn, [best], answer) : undefined;
}

/** What a message that nobody understood is likely to stand for; nothing where it may be anything. */
export async function plainlyAnswer(
  turn: Turn,
  answer: Answer,
  mayBePassedOn = false,
): Promise<Reply | undefined> {
  const least = mayBePassedOn ? RATHER : POSSIBLE;
  const found = (await findMeant(turn)).filter(({ sureness }) => sureness >= least);
  const [best] = found;
  if (!best) return undefined;
  return answerTo(turn, best.sureness >= LIKELY ? [best] : found.slice(0, 2), answer);
}

/** What is only told, or hangs on something, is none of it; what is about a card is only where one is open. */
async function findMeant(turn: Turn): Promise<readonly PlainSentence[]> {
  const { shop, person, chat, text } = turn;
  const sellers = await shop.sellers.all(0, MOST_SELLERS);
  const people = namesAsWords(sellers.flatMap(({ name, nameEn }) => [name, nameEn ?? '']));
  const said = sayBuyerPlainly(text, { goods: knownGoodsFor(await buyerContext(turn)), people });
  if (said.length === 0) return said;
  const card = await shop.checkout.current(person.id, chat.id);
  // 要是降到5块我就再加2斤: what hangs on something is not done yet.
  const mayChange = card !== undefined && withoutSupposed(text) === text;
  return said.filter(
    ({ form, sentence }) => (form.on !== 'card' || mayChange) && !isSameSentence(sentence, text),
  );
}

/** Among so many households a name is looked for. */
const MOST_SELLERS = 100;

const isSameSentence = (one: string, other: string): boolean =>
  plainWords(one).replaceAll(' ', '') === plainWords(other).replaceAll(' ', '');

function answerTo(
  turn: Turn,
  meant: readonly PlainSentence[],
  answer: Answer,
): Promise<Reply | undefined> | Reply {
  const [only, ...others] = meant;
  return only?.form.does === 'tells' && others.length === 0
    ? tell(turn, only, answer)
    : [askScreen(meant.map(({ sentence }) => sentence))];
}

async function tell(
  turn: Turn,
  { sentence, sureness }: PlainSentence,
  answer: Answer,
): Promise<Reply | undefined> {
  const reply = await answerAsSaid(turn, sentence, answer);
  if (!reply || sureness >= CERTAIN) return reply;
  const [first, ...more] = reply;
  return first && 'text' in first
    ? [{ ...first, text: [say('meant-taken', { words: sentence }), first.text] }, ...more]
    : reply;
}

/** As if the plain sentence had been typed; what is passed on to others stays as it was. */
export async function answerAsSaid(
  turn: Turn,
  sentence: string,
  answer: Answer,
  typed = turn.text,
): Promise<Reply | undefined> {
  const reply = await answer({ ...turn, text: sentence });
  const isMissed = reply.some((part) => 'text' in part && part.isMiss);
  return isMissed ? undefined : reply.map((part) => asTyped(part, sentence, typed));
}

function asTyped(part: ReplyPart, sentence: string, typed: string): ReplyPart {
  if (!('text' in part) || part.asks?.step !== 'forward') return part;
  const kept = z.object({ text: z.string() }).loose().safeParse(part.asks.data).data;
  return kept
    ? { ...part, asks: ask('forward', { ...kept, text: kept.text.replace(sentence, typed) }) }
    : part;
}

/** One sentence: yes or no. Several: which, or none of them. */
function askScreen(sentences: readonly string[]): Screen {
  const [only = '', ...others] = sentences;
  const no: Button = { label: say(others.length > 0 ? 'meant-none' : 'meant-no'), tap: tap('not-meant') };
  const yes = tap('meant/:n', { n: 0 });
  const asks = ask(MEANT_STEP, { sentences });
  if (others.length === 0)
    return {
      text: say('meant-ask', { words: only }),
      buttons: [[{ label: say('meant-yes'), tap: yes, tone: 'primary' }, no]],
      asks,
      yes,
      fresh: true,
    };
  return {
    text: say('meant-which'),
    buttons: [
      ...sentences.map((words, n): Button[] => [
        { label: say('meant-words', { words }), tap: tap('meant/:n', { n }) },
      ]),
      [no],
    ],
    asks,
    fresh: true,
  };
}

/** The sentence that a button stands for. */
export function sentenceMeant({ asking, params }: Turn<'n'>): string | undefined {
  const asked = asking?.step === MEANT_STEP ? meantShape.safeParse(asking.data).data : undefined;
  return asked?.sentences[Number(params.n)];
}

export const notMeant = (): Reply => [{ text: say('meant-not'), buttons: [[homeButton]], fresh: true }];
