import type { z } from 'zod';
import { tap } from '../../../chat/dsl/action.ts';
import { type Reply, say } from '../../../chat/dsl/screen.ts';
import { withoutSupposed } from '../../../nlu/acts/offers/supposed.ts';
import { mayGoToBuyer, readActWithWords } from '../../../nlu/acts/seller/orders/act-with-words.ts';
import { readDroppedPack } from '../../../nlu/acts/seller/pack-act.ts';
import { readSellerAct } from '../../../nlu/acts/seller/seller-act.ts';
import { maySetFee, maySetWithin, restsAllDays } from '../../../nlu/acts/seller/settings/plain-setting.ts';
import { readSaleUntil, saysLess } from '../../../nlu/acts/seller/settings/sale-act.ts';
import { isUnmeantTerm } from '../../../nlu/acts/seller/settings/shipping-term.ts';
import { isUnmeantStatus } from '../../../nlu/acts/seller/status-words.ts';
import type { WhenContext } from '../../../nlu/datetime.ts';
import type { Form } from '../../../nlu/plainly/forms.ts';
import type { PlainSentence } from '../../../nlu/plainly/say-plainly.ts';
import { saySellerPlainly } from '../../../nlu/plainly/seller-forms.ts';
import { namesAsWords } from '../../../nlu/plainly/slots.ts';
import { knownGoodsFor } from '../../../nlu/read.ts';
import type { Membership } from '../../../shop/sellers/members.ts';
import {
  type Agreed,
  agreedMeant,
  asIfTyped,
  askMeant,
  isSameSentence,
  type MeantButtons,
  meantOld,
  meantShape,
  meantUndone,
  pickedMeant,
  withUnderstanding,
} from '../../common/meant.ts';
import { flow, type Turn } from '../../flow.ts';
import { freshly } from '../../screens/messages/freshly.ts';
import { homeButton } from '../../screens/values.ts';
import { findActingSeller, notASeller } from '../acting.ts';
import { ownTitles } from '../listings/changes/meant.ts';
import { tableDraft } from '../listings/drafts/waiting.ts';
import { findSoldOrders } from '../orders/order-meant.ts';
import { withoutSecondYes } from '../shipping/setting-words.ts';
import { provinceNames } from '../shipping/term-cards.ts';
import { readMessage } from './read-message.ts';

// What no rule reads is said in a plain sentence that the rules do: shown at once, or done after a yes.

const STEP = 'said-plainly';

export const saidPlainly = flow('said-plainly', {
  taps: { 'as-said/:ask/:n': doAsSaid, 'not-said': notSaid },
  answers: { [STEP]: { data: meantShape, read: readAnswer } },
});

const buttons: MeantButtons = {
  step: STEP,
  pick: (ask, n) => tap('as-said/:ask/:n', { ask, n }),
  none: tap('not-said'),
};

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
  ...['ship-within', 'ship-days', 'rest', 'rest-over', 'pickup', 'shop-name', 'min', 'min-off', 'max'],
  ...['sale-until', 'sale-over', 'decline-because', 'accept-and-say', 'ship-and-say', 'left-all'],
  ...['accept', 'ship', 'call-off', 'refund', 'report-takings', 'report-best'],
  ...['report-unpaid', 'report-orders'],
]);

/** Beside a draft a sum is about its price. */
const OF_FEES: ReadonlySet<string> = new Set(['fee', 'fee-free', 'free-from', 'free-all', 'fee-region']);

/** 到周五少5块: none of them says by how much less. */
const OF_PRICES: ReadonlySet<string> = new Set(['sale-until', 'sale', 'price']);

/** 核桃没下架, 核桃别限购10斤: the opposite is not asked. */
const OF_STATUS: ReadonlySet<string> = new Set(['sold-out', 'hide', 'show']);
const OF_TERMS: ReadonlySet<string> = new Set(['max', 'fee-free', 'free-all', 'free-from']);

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
  const when = { now: turn.now, timeZone: await turn.shop.sellers.timeZone() };
  // A sentence that was typed as it stands here is one that the rules have not read.
  return said.filter(
    ({ form, sentence }) =>
      !isSameSentence(sentence, text) &&
      isReadWhole(form.name, sentence, when) &&
      !(OF_PRICES.has(form.name) && saysLess(text)) &&
      isFitForBuyer(form, sentence, text) &&
      readDroppedPack(text) === undefined &&
      (maySetWithin(text) || form.name !== 'ship-within') &&
      (restsAllDays(text) || form.name !== 'rest') &&
      !(OF_STATUS.has(form.name) && isUnmeantStatus(text)) &&
      !(OF_TERMS.has(form.name) && isUnmeantTerm(text)) &&
      (hasStream || !OF_STREAMS.has(form.name)) &&
      !((isDraft || !maySetFee(text)) && OF_FEES.has(form.name)),
  );
}

/** 核桃20元卖到去年 ends on no day to come: its price alone would count for good, and words beside a deed would be lost. */
function isReadWhole(form: string, sentence: string, when: WhenContext): boolean {
  if (form === 'sale-until') return readSaleUntil(sentence, when) !== undefined;
  return !BESIDE.has(form) || readActWithWords(sentence) !== undefined;
}

/** 不接，{words}: what its buyer would read is looked at like any words to a buyer. */
function isFitForBuyer({ name, zh, en }: Form, sentence: string, typed: string): boolean {
  if (!TO_BUYERS.has(name)) return true;
  const leads = [...zh, ...en].flatMap((one) => one.split('{words}')[0]?.split('}').at(-1) ?? []);
  const lead = leads.find((one) => one !== '' && sentence.includes(one));
  const words = lead === undefined ? '' : sentence.slice(sentence.indexOf(lead) + lead.length);
  return words !== '' && mayGoToBuyer(words, typed);
}

const TO_BUYERS: ReadonlySet<string> = new Set([
  ...['decline-because', 'accept-and-say', 'ship-and-say', 'tell-buyer'],
]);

const BESIDE: ReadonlySet<string> = new Set(['accept-and-say', 'ship-and-say']);

const hasAnyStream = async ({ shop }: Turn, { id }: Membership): Promise<boolean> =>
  Boolean((await shop.streams.findLive(id)) ?? (await shop.streams.draftOf(id))) ||
  (await shop.streams.plansOf(id)).length > 0;

function answerTo(
  turn: Turn,
  seller: Membership,
  meant: readonly PlainSentence[],
): Promise<Reply | undefined> | Reply {
  const [only, ...others] = meant;
  return only?.form.does === 'tells' && others.length === 0
    ? tell(turn, seller, only)
    : [
        askMeant(
          turn,
          meant.map(({ sentence }) => sentence),
          buttons,
          seller.id,
        ),
      ];
}

async function tell(
  turn: Turn,
  seller: Membership,
  { sentence, sureness }: PlainSentence,
): Promise<Reply | undefined> {
  const reply = await readMessage(asIfTyped(turn, sentence), seller);
  return reply && sureness < CERTAIN ? withUnderstanding(sentence, reply) : reply;
}

async function doAsSaid(turn: Turn<'ask' | 'n'>): Promise<Reply> {
  const seller = await findActingSeller(turn);
  if (!seller) return notASeller;
  const agreed = pickedMeant(turn, buttons.step, seller.id);
  return agreed ? carryOut(turn, seller, agreed) : meantOld;
}

/** As if the plain sentence had been typed, with its undo. */
async function carryOut(turn: Turn<string>, seller: Membership, { sentence }: Agreed): Promise<Reply> {
  const reply = await readMessage(asIfTyped(turn, sentence), seller);
  return reply ? (await withoutSecondYes(turn, reply)).map(freshly) : meantUndone;
}

function notSaid(): Reply {
  return [{ text: say('plainly-not'), buttons: [[homeButton]], fresh: true }];
}

/** Yes or no in words; anything else is read as if nothing had been asked. */
async function readAnswer(turn: Turn, meant: z.infer<typeof meantShape>): Promise<Reply | undefined> {
  const act = readSellerAct(turn.text)?.is;
  if (act === 'no' || act === 'wrong') return notSaid();
  const seller = act === 'yes' ? await findActingSeller(turn) : undefined;
  const agreed = seller && agreedMeant(meant, turn.now, seller.id);
  if (!seller || !agreed) return undefined;
  return agreed === 'old' ? meantOld : carryOut(turn, seller, agreed);
}
