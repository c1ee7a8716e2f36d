import {
  type Id,
  type OrderId,
  type ProductId,
  parseId,
  type SellerId,
  type StreamId,
  type VillageId,
} from '../../../db/ids.ts';
/** What a link or a printed code leads to. Telegram takes 64 characters of A–Z, a–z, 0–9, _ and -. */
export type Target =
  | { readonly is: 'product'; readonly id: ProductId }
  | { readonly is: 'seller'; readonly id: SellerId }
  | { readonly is: 'stream'; readonly id: StreamId }
  | { readonly is: 'village'; readonly id: VillageId }
  /** An order of which its buyer wants the same once more. */
  | { readonly is: 'again'; readonly id: OrderId }
  | { readonly is: 'invite'; readonly token: string };

const letters = { product: 'p', seller: 's', stream: 't', village: 'v', again: 'a' } as const;

/** `p_…`, `s_…`, `t_…`, `v_…`, `a_…` with the id in 22 characters; `i_…` with an invite's token. */
export function formatPayload(target: Target): string {
  if (target.is === 'invite') return `i_${target.token}`;
  return `${letters[target.is]}_${Buffer.from(target.id.replaceAll('-', ''), 'hex').toString('base64url')}`;
}

/** Where a payload leads, if it is one of ours. */
export function parsePayload(payload: string): Target | undefined {
  const [, letter, rest] = /^([pstva])_([A-Za-z0-9_-]{22})$/.exec(payload) ?? [];
  if (letter && rest) {
    const hex = Buffer.from(rest, 'base64url').toString('hex');
    return thing(letter, hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'));
  }
  const token = /^i_([A-Za-z0-9_-]{10,60})$/.exec(payload)?.[1];
  return token ? { is: 'invite', token } : undefined;
}

function thing(letter: string, id: string): Target | undefined {
  switch (letter) {
    case letters.product:
      return withId('product', parseId<ProductId>(id));
    case letters.seller:
      return withId('seller', parseId<SellerId>(id));
    case letters.stream:
      return withId('stream', parseId<StreamId>(id));
    case letters.village:
      return withId('village', parseId<VillageId>(id));
    case letters.again:
      return withId('again', parseId<OrderId>(id));
    default:
      return undefined;
  }
}

const withId = <Is extends keyof typeof letters, T extends Id>(is: Is, id: T | undefined) =>
  id === undefined ? undefined : { is, id };
