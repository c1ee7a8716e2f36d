import { z } from 'zod';
import { tap } from '../../../chat/dsl/action.ts';
import { ask } from '../../../chat/dsl/flow.ts';
import { type Reply, type ReplyPart, say } from '../../../chat/dsl/screen.ts';
import { readAct } from '../../../nlu/acts/act.ts';
import { withoutSupposed } from '../../../nlu/acts/offers/supposed.ts';
import { saysPerhaps } from '../../../nlu/acts/orders/changes/order-change.ts';
import { readSwap } from '../../../nlu/acts/orders/changes/swap.ts';
import { isAlert, isOfDelivery } from '../../../nlu/acts/orders/delivery/parcel-said.ts';
import { asksSomething, mayBeNote, namesAmount } from '../../../nlu/acts/question-topic.ts';
import { guessAct } from '../../../nlu/guess/buyer-guess.ts';
import { sayBuyerPlainly } from '../../../nlu/plainly/buyer-forms.ts';
import type { PlainSentence } from '../../../nlu/plainly/say-plainly.ts';
import { namesAsWords } from '../../../nlu/plainly/slots.ts';
import { knownGoodsFor, readBuyer } from '../../../nlu/read.ts';
import type { BuyerLine } from '../../../nlu/reading.ts';
import {
  type Agreed,
  asIfTyped,
  askMeant,
  isSameSentence,
  type MeantButtons,
  withUnderstanding,
} from '../../common/meant.ts';
import { buyerContext } from '../../common/read-context.ts';
import type { Turn } from '../../flow.ts';
import { homeButton } from '../../screens/values.ts';
import { findOrders } from '../orders/find-orders.ts';
import { namedAmong } from '../orders/named-among.ts';

// What no rule reads is said in a plain sentence that the rules do: answered at once, and what places an order after a yes.

type Answer = (turn: Turn) => Promise<Reply>;

const STEP = 'meant';

export const meantButtons: MeantButtons = {
  step: STEP,
  pick: (ask, n) => tap('meant/:ask/:n', { ask, n }),
  none: tap('not-meant'),
};

/** Above it one sentence is answered; above the other nobody needs to be told how it was understood. */
const LIKELY = 0.55;
const CERTAIN = 0.85;
/** Below it no sentence is offered. */
const POSSIBLE = 0.3;
/** So sure must it be before a message is taken from a reader that would do something else with it. */
const SURE = { sureness: 0.85, likeness: 0.35 };
/** With the card in sight, and no goods or amounts said, most of what is told is for the parcel. */
const isOnCard = ({ focus, text }: Turn): boolean =>
  focus.card !== undefined && mayBeNote(text) && readBuyer(text).lines.length === 0;
const SURE_BESIDE = 0.6;
/** What is no question, with a card open: 'to be packed in two separate packets'. */
const SURE_NOTE = 0.95;
/** So sure before a question is answered that could be passed on to somebody who knows. */
const RATHER = 0.9;

/** What readers of orders and of questions do not do, and take for something else. */
const NO_QUESTIONS: ReadonlySet<string> = new Set([
  ...['phone', 'name', 'pickup', 'confirm', 'later', 'order-phone', 'order-address'],
  ...['broken', 'short', 'wrong', 'unfollow', 'notify', 'price-watch', 'free-when'],
  ...['swap', 'take-all', 'address-part', 'follows-list', 'budget'],
]);

/** A shorter message has hardly a shape: 核桃 1斤 is read as it stands, and 有多少拿多少 says it all. */
const fewestSigns = (text: string): number => (/\d/u.test(text) || namesAmount(text) ? 8 : 6);

/** What a message surely stands for that no rule knows, and that readers of orders and questions would take for something else. */
export async function surelyAnswer(
  turn: Turn,
  answer: Answer,
  isOne: (form: string) => boolean = () => true,
): Promise<Reply | undefined> {
  const known = readAct(turn.text) ?? guessAct(turn.text);
  const isLoose = known?.is === 'command' && LOOSE.has(known.command);
  if (turn.text.length < fewestSigns(turn.text) || (known && !isLoose)) return undefined;
  const [best] = await findMeant(turn);
  if (!best || best.likeness < SURE.likeness || !isOne(best.form.name)) return undefined;
  if (isLoose && !OF_ORDERS.has(best.form.name)) return undefined;
  return (await isSure(turn, best)) ? answerTo(turn, [best], answer) : undefined;
}

/** 那就按这个来, behind what a sum buys or what so much costs: that is taken. */
export async function takenAnswer(turn: Turn): Promise<Reply | undefined> {
  const { yes, text } = turn;
  if (!yes?.startsWith('add/') || text.length > LONGEST_YES || namesAmount(text)) return undefined;
  if (readAct(text) || asksSomething(text)) return undefined;
  const [best] = await saidOnce(turn);
  const agrees = best?.form.name === 'confirm' && best.sureness >= SURE_YES;
  return agrees ? turn.press(yes) : undefined;
}

const LONGEST_YES = 40;
const SURE_YES = 0.7;

/** Whether words beside an order are surely for who packs or brings it. */
export async function isNote(turn: Turn): Promise<boolean> {
  const [best] = await saidOnce(turn);
  return best?.form.name === 'note' && best.sureness >= SURE_ASIDE && best.likeness >= SURE.likeness;
}

const SURE_ASIDE = 0.7;

async function isSure(turn: Turn, { form, sureness }: PlainSentence): Promise<boolean> {
  // 核桃的单子不要了，红枣照发: a rule knows which one goes.
  if (form.name === 'cancel' && readBuyer(turn.text).kind === 'cancel') return false;
  // The recipient is Tom Becker, 139…: not the phone alone.
  if (form.name === 'phone' && readBuyer(turn.text).recipient?.name) return false;
  // 不对，我说的是苹果: nothing wrong has come.
  if (form.name === 'wrong' && readSwap(turn.text)) return false;
  // 一斤少了点，直接三斤好了, with a card in sight: more is wanted, and nothing has come.
  if (form.name === 'short' && turn.focus.card && namesAmount(turn.text)) return false;
  // 超了超了，把枣拿掉, with the card in sight: a rule knows better which one of several it names.
  if (form.name === 'remove' && turn.focus.card && (await isOnOpenCard(turn)))
    return sureness >= SURE.sureness && !asksSomething(turn.text) && !(await namesLine(turn));
  if (CHANGES.has(form.name)) return sureness >= RATHER_CHANGED && (await changesPlaced(turn));
  // 再来1斤核桃，晚上六点后再送 orders something too.
  if (form.name === 'note' && readBuyer(turn.text).lines.some(isWeighed)) return false;
  if (form.name === 'note')
    return sureness >= (isOnCard(turn) ? SURE_BESIDE : SURE_NOTE) && !asksSomething(turn.text);
  return sureness >= SURE.sureness && NO_QUESTIONS.has(form.name);
}

/** 数量写错了，8斤就够, I paid for three jars but only two were in the box: their words are said beside much else. */
const LOOSE: ReadonlySet<string> = new Set(['changeOrder', 'paid']);
/** What is said of an order that was placed. */
const OF_ORDERS: ReadonlySet<string> = new Set([
  ...['order-amount', 'set-amount', 'less', 'broken', 'short', 'wrong'],
]);
/** 刚下的糯米少了，改成15斤: no part of it is a complaint. */
export const changesAmount = (form: string): boolean => CHANGES.has(form);

/** Changes of an amount: of what stands on the card the readers of amounts know more. */
const CHANGES: ReadonlySet<string> = new Set(['order-amount', 'set-amount', 'less', 'remove', 'cancel']);
/** It is asked before anything is changed. */
const RATHER_CHANGED = 0.6;

const isWeighed = ({ product, quantity, measure }: BuyerLine): boolean =>
  product !== '' && quantity !== null && measure === 'MASS';

/** Whether something in the cart is named so that the rules know it, or an amount. */
async function namesLine({ shop, person, text }: Turn): Promise<boolean> {
  const lines = await shop.cart.lines(person.id);
  return namesAmount(text) || namedAmong(lines, text, ({ product }) => product).length > 0;
}

const isOnOpenCard = async ({ shop, person, chat }: Turn): Promise<boolean> =>
  (await shop.checkout.current(person.id, chat.id)) !== undefined;

/** Nothing is about to be ordered, and an order was placed: it may be that which is changed. */
async function changesPlaced(turn: Turn): Promise<boolean> {
  const { shop, person, chat } = turn;
  if (await shop.checkout.current(person.id, chat.id)) return false;
  if ((await shop.cart.lines(person.id)).length > 0) return false;
  return (await findOrders(turn, ['placed', 'accepted'])).length > 0;
}

/** What a part of a message surely stands for, where it is only told, or changes a card that is open. */
export async function sureSentence(turn: Turn): Promise<PlainSentence | undefined> {
  const [best] = await findMeant(turn);
  const isSure = best && best.sureness >= SURE_PART && best.likeness >= SURE.likeness;
  return isSure && best.form.does === 'tells' && !IDLE.has(best.form.name) ? best : undefined;
}

const SURE_PART = 0.75;
/** They ask nothing. */
const IDLE: ReadonlySet<string> = new Set(['thanks', 'praise', 'anger', 'item', 'same']);

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
  const said = await saidOnce(turn);
  const isOfCard = said.some(({ form }) => form.on === 'card');
  // 要是降到5块我就再加2斤: what hangs on something is not done yet.
  const isCertain = isOfCard && withoutSupposed(text) === text && !saysPerhaps(text);
  const mayChange = isCertain && (await shop.checkout.current(person.id, chat.id)) !== undefined;
  const ofOrder = isCertain && !mayChange && isOrderOnTable(turn) && (await changesPlaced(turn));
  // 到了打声招呼 waits for no goods, and for no stream.
  const isParcel = isOfDelivery(text);
  const possible = said
    .filter(({ form }) => !(isParcel && isAlert(form.name)))
    .filter(({ form }) => form.on !== 'card' || mayChange || (ofOrder && CHANGES.has(form.name)))
    .map((one) => (ofOrder && one.form.on === 'card' ? { ...one, sentence: ofPlaced(one.sentence) } : one));
  return (ofOrder ? takenTogether(possible) : possible).filter(
    ({ sentence }) => !isSameSentence(sentence, text),
  );
}

/** 改成12斤 and 我的订单改成12斤 are one, where the order is on the table. */
function takenTogether(said: readonly PlainSentence[]): readonly PlainSentence[] {
  const all = Map.groupBy(said, ({ sentence }) => sentence);
  return [...all.values()]
    .flatMap(([first, ...same]) =>
      first ? [{ ...first, sureness: same.reduce((sum, one) => sum + one.sureness, first.sureness) }] : [],
    )
    .toSorted((one, other) => other.sureness - one.sureness);
}

/** The order that was just placed, or is looked at. */
const isOrderOnTable = ({ focus }: Turn): boolean => focus.order !== undefined || focus.card !== undefined;

const ofPlaced = (sentence: string): string =>
  /\p{Script=Han}/u.test(sentence)
    ? `我的订单${sentence}`
    : sentence.replace(/^make it /u, 'change my order to ');

/** What each text of a turn stands for: it is asked before readers of orders, and again where they do not know it. */
const saidInTurn = new WeakMap<Turn['shop'], Map<string, Promise<readonly PlainSentence[]>>>();

function saidOnce(turn: Turn): Promise<readonly PlainSentence[]> {
  const kept = saidInTurn.get(turn.shop) ?? new Map<string, Promise<readonly PlainSentence[]>>();
  saidInTurn.set(turn.shop, kept);
  const said = kept.get(turn.text) ?? sayPlainly(turn);
  kept.set(turn.text, said);
  return said;
}

async function sayPlainly(turn: Turn): Promise<readonly PlainSentence[]> {
  const names = { goods: knownGoodsFor(await buyerContext(turn)) };
  if (!sayBuyerPlainly.mayName(turn.text, names)) return sayBuyerPlainly(turn.text, names);
  const sellers = await turn.shop.sellers.all(0, MOST_SELLERS);
  const people = namesAsWords(sellers.flatMap(({ name, nameEn }) => [name, nameEn ?? '']));
  return sayBuyerPlainly(turn.text, { ...names, people });
}

/** Among so many households a name is looked for. */
const MOST_SELLERS = 100;

function answerTo(
  turn: Turn,
  meant: readonly PlainSentence[],
  answer: Answer,
): Promise<Reply | undefined> | Reply {
  const [only, ...others] = meant;
  return only?.form.does === 'tells' && others.length === 0
    ? tell(turn, only, answer)
    : [
        askMeant(
          turn,
          meant.map(({ sentence }) => sentence),
          meantButtons,
        ),
      ];
}

async function tell(turn: Turn, meant: PlainSentence, answer: Answer): Promise<Reply | undefined> {
  const { sentence } = meant;
  const reply = await answerAsSaid(turn, { sentence, typed: turn.text }, answer);
  return reply && needsTelling(meant) ? withUnderstanding(sentence, reply) : reply;
}

/** Whether people are told how they were understood. */
export const needsTelling = ({ sureness }: PlainSentence): boolean => sureness < CERTAIN;

/** As if the plain sentence had been typed; what is passed on to others stays as it was. */
export async function answerAsSaid(
  turn: Turn<string>,
  { sentence, typed }: Agreed,
  answer: Answer,
): Promise<Reply | undefined> {
  const reply = await answer(asIfTyped(turn, sentence));
  const isMissed = reply.some((part) => 'text' in part && part.isMiss);
  return isMissed ? undefined : reply.map((part) => asTyped(part, sentence, typed));
}

function asTyped(part: ReplyPart, sentence: string, typed: string): ReplyPart {
  if (!('text' in part) || part.asks?.step !== 'forward') return part;
  const kept = z.object({ text: z.string() }).loose().safeParse(part.asks.data).data;
  return kept
    ? { ...part, asks: ask('forward', { ...kept, text: kept.text.replace(sentence, () => typed) }) }
    : part;
}

export const notMeant = (): Reply => [{ text: say('meant-not'), buttons: [[homeButton]], fresh: true }];
