import type { Amount, Item } from './order-items.ts';

/** A line in the making. */
export interface Draft {
  product: string;
  /** A remark such as 送给老师的, unless nothing else was named. */
  isTrait?: boolean;
  /** 还要…: said to be wanted. */
  isWanted?: boolean;
  amount?: Amount;
  content?: Extract<Item, { is: 'content' }>;
}

/** By weight or volume, and not yet joined with a count. */
const isMeasured = ({ measure, unit }: Amount): boolean =>
  unit !== undefined && (measure === 'MASS' || measure === 'VOLUME');

/** 500ml and 两瓶 of one product: a content and a count. */
export const joins = (one: Amount, other: Amount): boolean =>
  (isMeasured(one) && other.unit?.isContainer === true) ||
  (isMeasured(other) && one.unit?.isContainer === true);

/** Bags of 500 g are counted; of `5斤 两袋` nobody knows whether that is five or ten, unless 来 stands between. */
export function joint(one: Amount, other: Amount, isWanted: boolean): Amount {
  const [content, count] = isMeasured(one) ? [one, other] : [other, one];
  const isCertain = isWanted || count.quantity === 1 || (content.unit?.base ?? 0) <= 1;
  const quantity =
    isCertain && content.quantity !== null && count.quantity !== null
      ? content.quantity * count.quantity
      : null;
  return { ...content, quantity, unit: undefined };
}

/** Two boxes of a 5 斤 pack are 10 斤. A content without a count is an amount only where it can stand alone. */
export function withContent(draft: Draft): Draft {
  const { product, amount, content } = draft;
  if (!content) return draft;
  if (!amount) return content.mayStandAlone ? { product, amount: content.amount } : { product };
  if (amount.measure !== 'COUNT' || !amount.unit) return { product, amount };
  const isKnown = amount.quantity !== null && content.amount.quantity !== null;
  const quantity = isKnown ? (amount.quantity ?? 0) * (content.amount.quantity ?? 0) : null;
  return { product, amount: { ...content.amount, quantity } };
}
