import type { Side } from './event.ts';

/** Where people come in: what is printed, sent and scanned. */
export interface EntryLinks {
  /** Addresses that open a side at what `payload` leads to (see src/flows/screens/deep-link.ts), the easiest first. */
  to(side: Side, payload: string): readonly string[];
  /** Those of them that another person's device can open; all of them where there is no such address. */
  toSend(side: Side, payload: string): readonly string[];
}

/** What is known of our addresses; it may come to be known after the start. */
export interface KnownAddresses {
  /** The name of a side's bot, without the @. */
  botName(side: Side): string | undefined;
  /** Where every browser reaches us, without a slash at its end. */
  web(): string | undefined;
  /** Where the browsers of this machine or of its network reach us. */
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

/** Invites have a page of their own, which spends them only when its button is pressed. */
function webLink(base: string, side: Side, payload: string): string {
  const invite = /^i_(.+)$/.exec(payload)?.[1];
  if (invite) return `${base}/join/${invite}`;
  return side === 'buyer' ? `${base}/?start=${payload}` : `${base}/seller`;
}
