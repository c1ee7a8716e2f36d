/** The allowed changes of an order's fulfilment. Code, tests and docs all use this table. */
export const nextFulfilment = {
  placed: ['accepted', 'declined', 'cancelled', 'expired'],
  accepted: ['shipped', 'cancelled'],
  shipped: ['delivered'],
  delivered: [],
  declined: [],
  // Taken back by its buyer within five minutes, and the goods were still there.
  cancelled: ['placed'],
  // Paid after all, and the goods were still there.
  expired: ['placed'],
} as const satisfies Record<string, readonly string[]>;

export type Fulfilment = keyof typeof nextFulfilment;

/** The allowed changes of an order's payment. `none` is pay on delivery. */
export const nextPayment = {
  none: [],
  due: ['proof-sent', 'paid'],
  'proof-sent': ['due', 'paid'],
  paid: ['refund-due'],
  'refund-due': ['refunded'],
  refunded: [],
} as const satisfies Record<string, readonly string[]>;

export type Payment = keyof typeof nextPayment;

/** What an order does to stock: held until paid, taken for good, or returned. */
export const nextStock = {
  held: ['taken', 'returned'],
  taken: ['returned'],
  returned: ['held', 'taken'],
} as const satisfies Record<string, readonly string[]>;

export type StockState = keyof typeof nextStock;

/** The states from which `to` may be reached. */
export function mayBecome<State extends string>(
  table: Readonly<Record<State, readonly string[]>>,
  to: State,
): State[] {
  const states = Object.keys(table) as State[];
  return states.filter((from) => table[from].includes(to));
}
