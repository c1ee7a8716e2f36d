import type {
  AddressId,
  CheckoutId,
  ClaimId,
  ConversationId,
  MediaId,
  OfferId,
  OrderId,
  PersonId,
  ProductAnswerId,
  ProductId,
  ProofId,
  RefundId,
  SavedSearchId,
  SellerId,
  StreamHookId,
  StreamId,
  StreamItemId,
  SubscriptionId,
  VillageId,
  WriterDraftId,
} from '../../db/ids.ts';
import { isId } from '../../db/ids.ts';

/** The parameters of buttons that are ids, by the names that the patterns give them. */
export interface IdParams {
  readonly address: AddressId;
  readonly answer: ProductAnswerId;
  readonly claim: ClaimId;
  readonly hook: StreamHookId;
  readonly intent: CheckoutId;
  readonly item: StreamItemId;
  readonly kept: CheckoutId;
  readonly media: MediaId;
  readonly offer: OfferId;
  readonly order: OrderId;
  readonly person: PersonId;
  readonly product: ProductId;
  readonly proof: ProofId;
  readonly refund: RefundId;
  readonly seller: SellerId;
  readonly slip: MediaId;
  readonly stream: StreamId;
  readonly subscription: SubscriptionId;
  readonly talk: ConversationId;
  readonly village: VillageId;
  readonly wish: SavedSearchId;
  readonly writing: WriterDraftId;
}

/** What a parameter of this name holds. The router has checked its form, never whose it is. */
export type ParamValue<Name extends string> = Name extends keyof IdParams ? IdParams[Name] : string;

const ids = [
  ...([
    'address',
    'answer',
    'claim',
    'hook',
    'intent',
    'item',
    'kept',
    'media',
    'offer',
    'order',
    'person',
    'product',
    'proof',
  ] as const),
  ...(['refund', 'seller', 'slip', 'stream', 'subscription', 'talk', 'village', 'wish', 'writing'] as const),
] satisfies readonly (keyof IdParams)[];
const counts = ['at', 'fen', 'from', 'line', 'most', 'packed', 'page', 'per', 'quantity', 'stars', 'until'];
/** Numbers of rows that only ever grow, and moments in milliseconds or seconds. */
const longs = ['event', 'moment', 'seconds', 'work'];

/** The largest integer of a database column. */
const LARGEST = 2 ** 31 - 1;

const isCount = (value: string): boolean => /^\d{1,10}$/.test(value) && Number(value) <= LARGEST;

const kinds: ReadonlyMap<string, (value: string) => boolean> = new Map([
  ...ids.map((name) => [name, isId] as const),
  ...counts.map((name) => [name, isCount] as const),
  ...longs.map((name) => [name, (value: string) => /^\d{1,18}$/.test(value)] as const),
  /** The first characters of a hash: a browser of the person's own. */
  ['device', (value: string) => /^[A-Za-z0-9_-]{16}$/.test(value)] as const,
]);

/**
 * Whether a button's parameter can have this value. Anybody can send any action: values that no button of ours could
 * carry never reach the database.
 */
export const isValidParam = (name: string, value: string): boolean =>
  kinds.get(name)?.(value) ?? !value.includes('\u0000');
