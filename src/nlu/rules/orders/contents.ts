import { PIECE } from '../lexer/units.ts';
import type { Amount, Item } from './items.ts';

/** A line in the making. */
export interface Draft {
  product: string;
  /** A remark such as 送给老师的, unless nothing else was named. */
  isTrait?: boolean;
  /** 还要…: said to be wanted. */
  isWanted?: boolean;
  /** 五斤送人: it may be a part of what was ordered before. */
  isPortion?: boolean;
  amount?: Amount;
  content?: Extract<Item, { is: 'content' }>;
}

/** By weight or volume, and not yet joined with a count. */
const isMeasured = ({ measure, unit }: Amount): boolean =>
  unit !== undefined && (measure === 'MASS' || measure === 'VOLUME');

/** 500ml and 两瓶 of one product: a content and a count. */
export const joins = (one: Amount, other: Amount): boolean =>
  (isMeasured(one) && holds(other)) || (isMeasured(other) && holds(one));

/** A container, or 2x: so many of what is said of its content. */
const holds = ({ unit }: Amount): boolean => unit?.isContainer === true || unit === PIECE;

/** Bags of 500 g are counted; of `5斤 两袋` nobody knows whether that is five or ten, unless 来 stands between. */
export function joint(one: Amount, other: Amount, isWanted: boolean): Amount {
  const [content, count] = isMeasured(one) ? [one, other] : [other, one];
  const isCertain =
    isWanted || count.quantity === 1 || count.unit === PIECE || (content.unit?.base ?? 0) <= 1;
  const quantity =
    isCertain && content.quantity !== null && count.quantity !== null
      ? content.quantity * count.quantity
      : null;
  return { ...content, quantity, unit: undefined };
}

/** 十斤核桃，五斤自己吃，五斤送人: portions that make up what stands before them are no lines of their own. */
export function withoutPortions(drafts: readonly Draft[]): Draft[] {
  return drafts.filter((draft, i) => {
    if (!draft.isPortion) return true;
    const whole = drafts.findLastIndex((one, j) => j < i && !one.isPortion);
    const behind = drafts.slice(whole + 1);
    const end = behind.findIndex((one) => !one.isPortion);
    const portions = end < 0 ? behind : behind.slice(0, end);
    const sum = portions.reduce((total, { amount }) => total + (amount?.quantity ?? 0), 0);
    return sum !== drafts[whole]?.amount?.quantity;
  });
}

/** Two boxes of a 5 斤 pack are 10 斤. A content without a count is an amount only where it can stand alone. */
export function withContent(draft: Draft): Draft {
  const { product, amount, content } = draft;
  if (!content) return draft;
  if (!amount) return content.mayStandAlone ? { product, amount: content.amount } : { product };
  // 鸡来一只 要三斤左右的: how heavy one should be.
  const isAnimal = amount.unit !== undefined && !amount.unit.isContainer && amount.unit !== PIECE;
  if (amount.measure !== 'COUNT' || !amount.unit || isAnimal) return { product, amount };
  const isKnown = amount.quantity !== null && content.amount.quantity !== null;
  const quantity = isKnown ? (amount.quantity ?? 0) * (content.amount.quantity ?? 0) : null;
  return { product, amount: { ...content.amount, quantity } };
}
