import { type ReadContext, readBuyer } from '../../read.ts';
import { splitClauses } from '../clauses.ts';
import { namesAmount } from '../question-topic.ts';
import { namesUnwanted, tellsPast, wantsNow } from './said-of-order.ts';

/** Goods that are only told of, and an amount behind them. */
export interface MentionedGoods {
  readonly told: readonly string[];
  /** The clause of the amount. */
  readonly order: string;
  /** The goods of the story, where the amount may be of the story too: 红枣给我爸拿了，5斤. */
  readonly past?: string;
}

/** 我妈不吃红枣，来三斤: the amount is not of what is spoken ill of; 红枣给我爸拿了，5斤 may not be wanted at all. */
export function readMentionedGoods(message: string, context: ReadContext): MentionedGoods | undefined {
  const clauses = splitClauses(message);
  const at = clauses.findIndex(namesAmount);
  const [order, before, behind] = [clauses[at], clauses.slice(0, Math.max(at, 0)), clauses.slice(at + 1)];
  if (!order || before.length === 0 || behind.some(namesAmount)) return undefined;
  const [only, ...others] = readBuyer(order, context).lines;
  if (!only || others.length > 0 || only.product !== '') return undefined;
  const { recipient, lines } = readBuyer(message, context);
  const named = lines.find(({ product }) => product !== '')?.product;
  if (recipient) return undefined;
  const told = [...before, ...behind];
  if (before.some(namesUnwanted) || (THIS_ONE.test(order) && before.some(tellsPast))) return { told, order };
  const isPast = named !== undefined && !wantsNow(order) && before.some(tellsPast);
  return isPast ? { told, order, past: named } : undefined;
}

/** 我上次买了红枣，这回来五斤这个: of what is in sight. */
const THIS_ONE = /这[个种款样]|\bthis\b/u;
