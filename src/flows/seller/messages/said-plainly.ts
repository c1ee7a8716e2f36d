import { z } from 'zod';
import { tap } from '../../../chat/dsl/action.ts';
import { ask } from '../../../chat/dsl/flow.ts';
import { type Button, type Reply, type ReplyPart, type Screen, say } from '../../../chat/dsl/screen.ts';
import { withoutSupposed } from '../../../nlu/acts/offers/supposed.ts';
import { plainWords } from '../../../nlu/acts/phrases.ts';
import { readSellerAct } from '../../../nlu/acts/seller/seller-act.ts';
import type { PlainSentence } from '../../../nlu/plainly/say-plainly.ts';
import { saySellerPlainly } from '../../../nlu/plainly/seller-forms.ts';
import { namesAsWords } from '../../../nlu/plainly/slots.ts';
import { knownGoodsFor } from '../../../nlu/read.ts';
import type { Membership } from '../../../shop/sellers/members.ts';
import { flow, type Turn } from '../../flow.ts';
import { homeButton } from '../../screens/values.ts';
import { findActingSeller, notASeller, oldCard } from '../acting.ts';
import { ownTitles } from '../listings/changes/meant.ts';
import { tableDraft } from '../listings/drafts/waiting.ts';
import { findSoldOrders } from '../orders/order-meant.ts';
import { provinceNames } from '../shipping/term-cards.ts';
import { readMessage } from './read-message.ts';

// What no rule reads is said in a plain sentence that the rules do: shown at once, or done after a yes.

const meantShape = z.object({ sentences: z.array(z.string()).min(1) });

export const saidPlainly = flow('said-plainly', {
  taps: { 'as-said/:n': doAsSaid, 'not-said': notSaid },
  answers: { 'said-plainly': { data: meantShape, read: readAnswer } },
});

/** Above it one sentence is asked about, and what only tells is told. */
const LIKELY = 0.5;
/** Above it nobody needs to be told how it was understood. */
const CERTAIN = 0.9;
/** Below it no sentence is offered. */
const POSSIBLE = 0.2;
/** So much of a message must be known before it is taken from a reader that would do something else with it. */
const SURE = { sureness: 0.8, likeness: 0.35 };

/** What the readers of offers and of streams do not do, and take for something else. */
const NO_OFFERS: ReadonlySet<string> = new Set([
  ...['fee', 'fee-free', 'free-from', 'free-all', 'fee-region', 'no-ship', 'ship-again', 'only-ship'],
  ...['ship-within', 'ship-days', 'rest', 'rest-over', 'pickup', 'shop-name', 'min', 'max'],
  ...['accept', 'ship', 'call-off', 'refund', 'report-takings', 'report-best'],
  ...['report-unpaid', 'report-orders'],
]);

/** Beside a draft a sum is about its price. */
const OF_FEES: ReadonlySet<string> = new Set(['fee', 'fee-free', 'free-from', 'free-all', 'fee-region']);

/** Nothing of them can be done where no stream is on or planned. */
const OF_STREAMS: ReadonlySet<string> = new Set([
  ...['stream-move', 'stream-off', 'stream-end', 'item-price', 'items', 'now-showing'],
]);

/** What a message surely stands for, and readers of offers would take for something else. */
export async function surelyAnswer(turn: Turn, seller: Membership): Promise<Reply | undefined> {
  const [best] = await findMeant(turn, seller, []);
  const isSure = best && best.sureness >= SURE.sureness && best.likeness >= SURE.likeness;
  return isSure && NO_OFFERS.has(best.form.name) ? answerTo(turn, seller, [best]) : undefined;
}

/** What a message that nobody understood is likely to stand for; nothing where it may be anything. */
export async function plainlyAnswer(turn: Turn, seller: Membership): Promise<Reply | undefined> {
  const [best, next] = await findLikely(turn, seller);
  if (best && best.sureness >= LIKELY) return answerTo(turn, seller, [best]);
  // One that is not even likely would be a silly question.
  return best && next && answerTo(turn, seller, [best, next]);
}

/** The same where one sentence alone is likely. */
export async function onlyPlainly(turn: Turn, seller: Membership): Promise<Reply | undefined> {
  const [best] = await findLikely(turn, seller);
  return best && best.sureness >= LIKELY ? answerTo(turn, seller, [best]) : undefined;
}

async function findLikely(turn: Turn, seller: Membership): Promise<readonly PlainSentence[]> {
  const orders = await findSoldOrders(turn, seller.id);
  const people = orders.flatMap(({ recipient }) => recipient?.name ?? []);
  return (await findMeant(turn, seller, people)).filter(({ sureness }) => sureness >= POSSIBLE);
}

/** 要是下雨就不发货: what hangs on something is none of it. */
async function findMeant(
  turn: Turn,
  seller: Membership,
  people: readonly string[],
): Promise<readonly PlainSentence[]> {
  const { text } = turn;
  if (withoutSupposed(text) !== text) return [];
  const titles = await ownTitles(turn, seller);
  const names = { goods: knownGoodsFor({ titles }), people: namesAsWords(people) };
  const said = saySellerPlainly(provinceNames)(text, names);
  const isOfStreams = said.some(({ form }) => OF_STREAMS.has(form.name));
  const hasStream = isOfStreams && (await hasAnyStream(turn, seller));
  const isOfFees = said.some(({ form }) => OF_FEES.has(form.name));
  const isDraft = isOfFees && (await tableDraft(turn)) !== undefined;
  // A sentence that was typed as it stands here is one that the rules have not read.
  return said.filter(
    ({ form, sentence }) =>
      !isSameSentence(sentence, text) &&
      (hasStream || !OF_STREAMS.has(form.name)) &&
      !(isDraft && OF_FEES.has(form.name)),
  );
}

const hasAnyStream = async ({ shop }: Turn, { id }: Membership): Promise<boolean> =>
  Boolean((await shop.streams.findLive(id)) ?? (await shop.streams.draftOf(id))) ||
  (await shop.streams.plansOf(id)).length > 0;

const isSameSentence = (one: string, other: string): boolean =>
  plainWords(one).replaceAll(' ', '') === plainWords(other).replaceAll(' ', '');

function answerTo(
  turn: Turn,
  seller: Membership,
  meant: readonly PlainSentence[],
): Promise<Reply | undefined> | Reply {
  const [only, ...others] = meant;
  return only?.form.does === 'tells' && others.length === 0
    ? tell(turn, seller, only)
    : [askScreen(meant.map(({ sentence }) => sentence))];
}

async function tell(
  turn: Turn,
  seller: Membership,
  { sentence, sureness }: PlainSentence,
): Promise<Reply | undefined> {
  const reply = await readMessage({ ...turn, text: sentence }, seller);
  if (!reply || sureness >= CERTAIN) return reply;
  const [first, ...more] = reply;
  const isScreen = first && 'text' in first;
  return isScreen
    ? [{ ...first, text: [say('plainly-taken', { words: sentence }), first.text] }, ...more]
    : reply;
}

/** One sentence: yes or no. Several: which, or none of them. */
function askScreen(sentences: readonly string[]): Screen {
  const [only = '', ...others] = sentences;
  const no: Button = { label: say(others.length > 0 ? 'plainly-none' : 'plainly-no'), tap: tap('not-said') };
  const yes = tap('as-said/:n', { n: 0 });
  const asks = ask('said-plainly', { sentences });
  if (others.length === 0)
    return {
      text: say('plainly-ask', { words: only }),
      buttons: [[{ label: say('plainly-yes'), tap: yes, tone: 'primary' }, no]],
      asks,
      yes,
      fresh: true,
    };
  return {
    text: say('plainly-which'),
    buttons: [
      ...sentences.map((words, n): Button[] => [
        { label: say('plainly-words', { words }), tap: tap('as-said/:n', { n }) },
      ]),
      [no],
    ],
    asks,
    fresh: true,
  };
}

async function doAsSaid(turn: Turn<'n'>): Promise<Reply> {
  const asked = turn.asking?.step === 'said-plainly' ? meantShape.safeParse(turn.asking.data) : undefined;
  const sentence = asked?.success ? asked.data.sentences[Number(turn.params.n)] : undefined;
  return sentence === undefined ? [oldCard] : carryOut(turn, sentence);
}

/** As if the plain sentence had been typed, with its undo. */
async function carryOut(turn: Turn<string>, sentence: string): Promise<Reply> {
  const seller = await findActingSeller(turn);
  if (!seller) return notASeller;
  const { yes, asking, ...rest } = turn;
  const reply = await readMessage({ ...rest, params: {}, offered: [], text: sentence }, seller);
  return reply ? reply.map(afresh) : notSaid();
}

const afresh = (part: ReplyPart): ReplyPart => ('text' in part ? { ...part, fresh: true } : part);

function notSaid(): Reply {
  return [{ text: say('plainly-not'), buttons: [[homeButton]], fresh: true }];
}

/** Yes or no in words; anything else is read as if nothing had been asked. */
async function readAnswer(turn: Turn, { sentences }: z.infer<typeof meantShape>): Promise<Reply | undefined> {
  const act = readSellerAct(turn.text)?.is;
  const [only, ...others] = sentences;
  if (act === 'no' || act === 'wrong') return notSaid();
  return act === 'yes' && only !== undefined && others.length === 0 ? carryOut(turn, only) : undefined;
}
