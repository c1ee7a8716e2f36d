import type { Reply } from '../../../../chat/dsl/screen.ts';
import { readAct } from '../../../../nlu/acts/act.ts';
import { withoutSupposed } from '../../../../nlu/acts/offers/supposed.ts';
import { readRemoval } from '../../../../nlu/acts/orders/changes/order-change.ts';
import { readSwap } from '../../../../nlu/acts/orders/changes/swap.ts';
import { readMentionedGoods } from '../../../../nlu/acts/orders/mentioned-goods.ts';
import { pointsAt, wantsNow } from '../../../../nlu/acts/orders/said-of-order.ts';
import { asksPrice, asksSomething, namesAmount } from '../../../../nlu/acts/question-topic.ts';
import { readBuyer } from '../../../../nlu/read.ts';
import type { BuyerReading } from '../../../../nlu/reading.ts';
import { askMeant } from '../../../common/meant.ts';
import { buyerContext } from '../../../common/read-context.ts';
import type { Turn } from '../../../flow.ts';
import { namedProduct } from '../named-product.ts';
import { meantButtons } from '../said-plainly.ts';
import { unusedScreen } from '../unused.ts';
import { sureLine } from './put-lines.ts';

// We finished the last of our marmalade, could I get three jars of your fig jam: a story, and then what is wanted.

type Answer = (turn: Turn) => Promise<Reply>;

const BREAK =
  /(?<=[?？])|[,，;；。!！…~～\n]+|\.(?=\s|$)|\s(?:so|and)\s(?=(?:can|could|may|please|i|id|i'd|we|give|send|get|do)\b)/iu;
const LEAST_SIGNS = 4;
/** More than that is read by those who know lists. */
const MOST_CLAUSES = 5;

/**
 * What is wanted alone, where its clause is an order of goods on sale, and the rest tells something: nothing where the whole
 * message is read well, or something else in it may be meant for the order too.
 */
export async function behindStory(turn: Turn, answer: Answer): Promise<Reply | undefined> {
  const clauses = turn.text
    .split(BREAK)
    .map((one) => one.trim())
    .filter(Boolean);
  if (clauses.length < 2 || clauses.length > MOST_CLAUSES) return undefined;
  // Scrap that, 2 kg of apples instead: no story.
  if (readSwap(turn.text) || readRemoval(turn.text)) return undefined;
  if (withoutSupposed(turn.text) !== turn.text || !(await isMisread(turn))) return undefined;
  const orders: string[] = [];
  const stories: string[] = [];
  for (const clause of clauses) {
    // Could I get three jars? orders; are they from this year? is no story.
    const order = await orderIn({ ...turn, text: clause.replace(/[?？]+$/u, '') }, stories);
    if (order !== undefined) orders.push(order);
    else if (tellsOnly(clause) || isOfPrice(clause)) stories.push(clause);
    else return undefined;
  }
  if (orders.length === 0 || stories.length === 0) return undefined;
  const reply = await answer({ ...turn, text: orders.join('，') });
  const told = stories.filter((one) => one.length > LEAST_SIGNS && !readAct(one) && !isOfPrice(one));
  return told.length > 0 ? [...reply, unusedScreen(told)] : reply;
}

/** 我妈不吃红枣，来三斤: of what is in sight, or asked; 红枣给我爸拿了，5斤 is asked whether it is wanted. */
export async function mentionedAnswer(turn: Turn, answer: Answer): Promise<Reply | undefined> {
  const found = readMentionedGoods(turn.text, await buyerContext(turn));
  if (!found) return undefined;
  const { past, order, told } = found;
  if (past !== undefined) return [askMeant(turn, [`${past} ${order}`], meantButtons)];
  return [...(await answer({ ...turn, text: order })), unusedScreen(told)];
}

/** Some line of the whole is of nothing that is on sale, or it is no order at all. */
async function isMisread(turn: Turn): Promise<boolean> {
  const { kind, lines, recipient } = readBuyer(turn.text, await buyerContext(turn));
  if (recipient) return false;
  return kind !== 'order' || lines.length === 0 || !(await areSure(turn, lines)) || unreal(turn.text);
}

const unreal = (text: string): boolean => readAct(text)?.is === 'unreal';

/** What a clause orders; 给我也来四十个 with the goods that the story before it named. */
async function orderIn(turn: Turn, stories: readonly string[]): Promise<string | undefined> {
  const { kind, lines, recipient } = readBuyer(turn.text, await buyerContext(turn));
  const [only, ...others] = lines;
  if (kind !== 'order' || !only || recipient || asksSomething(turn.text)) return undefined;
  if (await areSure(turn, lines)) return turn.text;
  if (only.product !== '' || only.quantity === null || others.length > 0 || stories.length === 0)
    return undefined;
  // 邻居上周买了核桃，5斤，吃完了: so much was bought, and nothing is wanted.
  // 我上次买了红枣，这回来五斤这个: what is in sight goes before a name in a story.
  if (!wantsNow(turn.text) || (await isInSight(turn))) return undefined;
  const id = await namedProduct({ ...turn, text: stories.join('，'), focus: {} });
  const product = id && (await turn.shop.catalogue.byId(id));
  return product ? `${product.title} ${turn.text}` : undefined;
}

/** Something else may be meant by an amount alone: what is looked at, stands on the card, or is pointed at. */
const isInSight = async ({ text, focus, shop, person }: Turn): Promise<boolean> =>
  pointsAt(text) ||
  focus.product !== undefined ||
  focus.card !== undefined ||
  (await shop.cart.lines(person.id)).length > 0;

async function areSure(turn: Turn, lines: BuyerReading['lines']): Promise<boolean> {
  for (const line of lines) if (!(await sureLine(turn, line))) return false;
  return true;
}

/** 核桃现在什么价？: the card that follows says so. */
const isOfPrice = (clause: string): boolean => asksPrice(clause) && !namesAmount(clause);

/** Neither amounts nor a question, nor anything that is done. */
function tellsOnly(clause: string): boolean {
  const act = readAct(clause)?.is;
  const isTalk = (act === undefined || TALK.has(act)) && !isNameAlone(clause);
  return isTalk && !namesAmount(clause) && !asksSomething(clause) && !readBuyer(clause).recipient;
}

/** 苹果10斤，红枣，小米5斤: something is wanted of it too. */
const isNameAlone = (clause: string): boolean =>
  readBuyer(clause).lines.some(({ product }) => product.length + 1 >= clause.trim().length);

const TALK: ReadonlySet<string> = new Set(['greet', 'thanks', 'praise', 'bye', 'chat', 'unreal', 'yes']);
