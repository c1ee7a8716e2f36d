const ids = [
  'address',
  'claim',
  'intent',
  'kept',
  'media',
  'order',
  'person',
  'product',
  'proof',
  'refund',
  'seller',
  'slip',
  'stream',
  'subscription',
  'talk',
  'village',
  'wish',
];
const counts = ['at', 'fen', 'from', 'line', 'packed', 'page', 'per', 'quantity', 'stars', 'until'];
/** Numbers of rows that only ever grow, and moments in seconds. */
const longs = ['event', 'seconds', 'work'];

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
/** The largest integer of a database column. */
const LARGEST = 2 ** 31 - 1;

const isCount = (value: string): boolean => /^\d{1,10}$/.test(value) && Number(value) <= LARGEST;

const kinds: ReadonlyMap<string, (value: string) => boolean> = new Map([
  ...ids.map((name) => [name, (value: string) => UUID.test(value)] as const),
  ...counts.map((name) => [name, isCount] as const),
  ...longs.map((name) => [name, (value: string) => /^\d{1,18}$/.test(value)] as const),
]);

/**
 * Whether a button's parameter can have this value. We make the buttons, but what comes back is made by whoever likes:
 * what could not have been on a button of ours is not asked of the database.
 */
export const isValidParam = (name: string, value: string): boolean =>
  kinds.get(name)?.(value) ?? !value.includes('\u0000');
