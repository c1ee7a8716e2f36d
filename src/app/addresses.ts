import { createEntryLinks, type EntryLinks } from '../chat/dsl/entry-links.ts';
import type { Side } from '../chat/dsl/event.ts';
import type { Config } from '../config.ts';
import type { RunningBots } from './bots.ts';

type BotNames = Partial<Record<Side, () => string | undefined>>;

/** What a process learns of its own addresses while it starts; links made before are made of what is known by then. */
export interface OwnAddresses {
  readonly entryLinks: EntryLinks;
  learnBots(running: RunningBots): void;
  /** A process without bots asks Telegram once for the name of each bot whose token it has. */
  askForBots(): void;
  learnUrl(url: string | undefined): void;
}

export function createOwnAddresses({ bots, http }: Config): OwnAddresses {
  let names: BotNames = {};
  let localUrl: string | undefined;

  const ask = (token: string): (() => string | undefined) => {
    let name: string | undefined;
    void askTelegram(token, bots.apiRoot).then((known) => {
      name = known;
    });
    return () => name;
  };

  return {
    entryLinks: createEntryLinks({
      botName: (side) => names[side]?.(),
      web: () => http.publicUrl,
      localWeb: () => localUrl,
    }),
    learnBots({ buyer, seller }) {
      names = { ...(buyer && { buyer: buyer.username }), ...(seller && { seller: seller.username }) };
    },
    askForBots() {
      names = {
        ...(bots.buyer && { buyer: ask(bots.buyer.token) }),
        ...(bots.seller && { seller: ask(bots.seller.token) }),
      };
    },
    learnUrl(url) {
      localUrl = url;
    },
  };
}

async function askTelegram(token: string, apiRoot: string): Promise<string | undefined> {
  const { fetchIdentity } = await import('../bots/telegram/api/identity.ts');
  const identity = await fetchIdentity(token, apiRoot);
  return identity.is === 'known' ? identity.username : undefined;
}
