import type { Side } from './event.ts';

/** Addresses that open the shop, for links, prints and QR codes. */
export interface EntryLinks {
  /** Addresses that open a side at `payload` (src/flows/screens/links/deep-link.ts), the easiest first. */
  to(side: Side, payload: string): readonly string[];
  /** Only those that other devices can open; all of them where there is none. */
  toSend(side: Side, payload: string): readonly string[];
}

/** Our own addresses. Some are known only after the start. */
export interface KnownAddresses {
  /** The name of a side's bot, without the @. */
  botName(side: Side): string | undefined;
  /** The public origin, without a slash at its end. */
  web(): string | undefined;
  /** The address within this machine or its network. */
  localWeb(): string | undefined;
}

export function createEntryLinks({ botName, web, localWeb }: KnownAddresses): EntryLinks {
  const links = (side: Side, payload: string, base: string | undefined): string[] => {
    const name = botName(side);
    return [
      ...(name ? [`https://t.me/${name}?start=${payload}`] : []),
      ...(base ? [webLink(base, side, payload)] : []),
    ];
  };
  const to = (side: Side, payload: string) => links(side, payload, web() ?? localWeb());
  return {
    to,
    toSend(side, payload) {
      const sendable = links(side, payload, web());
      return sendable.length > 0 ? sendable : to(side, payload);
    },
  };
}

/** Invites open a page whose button spends them. */
function webLink(base: string, side: Side, payload: string): string {
  const invite = /^i_(.+)$/.exec(payload)?.[1];
  if (invite) return `${base}/join/${invite}`;
  return side === 'buyer' ? `${base}/?start=${payload}` : `${base}/seller`;
}
