import type { BotCommand, InlineQueryResult, MenuButton, ShippingOption, UserFromGetMe } from 'grammy/types';
import type { StoredFile } from './files.ts';
import type { BotAccount, BotOptions } from './interface.ts';
import { WITHIN_MS } from './patience.ts';
import { createDesk, type Desk } from './queries.ts';
import type { Params } from './request.ts';
import { createQueue, type Queue } from './updates.ts';
import { createWebhook, type Webhook } from './webhook.ts';
import type { Room, World } from './world.ts';

export interface TapAnswer {
  readonly text?: string;
  readonly isAlert: boolean;
  readonly url?: string;
}

export interface InlineAnswer {
  readonly results: readonly InlineQueryResult[];
}

export type ShippingAnswer =
  | { readonly ok: true; readonly options: readonly ShippingOption[] }
  | { readonly ok: false; readonly why: string };

export type CheckoutAnswer = { readonly ok: true } | { readonly ok: false; readonly why: string };

/** A bot, with all that Telegram keeps of it. */
export interface Account extends BotAccount {
  readonly world: World;
  readonly user: UserFromGetMe;
  readonly queue: Queue;
  readonly webhook: Webhook;
  /** Private chats by the person's id. */
  readonly rooms: Map<number, Room>;
  readonly taps: Desk<TapAnswer>;
  readonly inline: Desk<InlineAnswer>;
  readonly shipping: Desk<ShippingAnswer>;
  readonly checkouts: Desk<CheckoutAnswer>;
  /** Files that getFile gave a path for. */
  readonly paths: Map<string, StoredFile>;
  /** By scope and language. */
  readonly menus: Map<string, readonly BotCommand[]>;
  /** Name and descriptions, by kind and language. */
  readonly words: Map<string, string>;
  readonly menuButtons: Map<number, MenuButton>;
  /** Ends the long poll that is waiting now, and says why. */
  endPoll: (why: string) => void;
}

const DEFAULTS = { tap: 15_000, inline: 15_000, preCheckout: 10_000 };

/** Does a call of a bot, as if it had come by HTTP. */
export type Perform = (
  account: Account,
  method: string,
  params: Params,
  signal: AbortSignal,
) => Promise<unknown>;

export function createAccount(world: World, given: BotOptions, perform: Perform): Account {
  const number = world.accounts.size + 1;
  const token = given.token ?? `${700_000_000 + number}:AA-loopback_${number}`;
  const id = Number(token.split(':')[0]);
  if (!Number.isSafeInteger(id)) throw new Error(`A token begins with the bot's id and a colon: ${token}`);
  const user = userOf(id, { username: `loopback_${number}_bot`, ...given });
  const within = { ...DEFAULTS, ...world.options.answerWithinMs };
  // Ids of updates start somewhere; two bots' ids never look alike.
  const queue = createQueue(number * 1_000_000 + 1, world.options.deliverTwice ?? false);

  const account: Account = {
    ...{ id, token, username: user.username, first_name: user.first_name },
    ...{ world, user, queue },
    webhook: createWebhook(world, queue, (method, params) =>
      perform(account, method, params, new AbortController().signal),
    ),
    rooms: new Map(),
    taps: createDesk(world.now, within.tap),
    inline: createDesk(world.now, within.inline),
    shipping: createDesk(world.now, within.preCheckout),
    checkouts: createDesk(world.now, within.preCheckout),
    paths: new Map(),
    menus: new Map(),
    words: new Map(),
    menuButtons: new Map(),
    endPoll: () => {},
    updates: () => queue.all,
    calls: (method) => callsOf(world, method).filter(({ bot }) => bot === account),
    pending: () => queue.waiting.map(({ update }) => update),
    async idle(milliseconds = WITHIN_MS) {
      const look = () => (queue.waiting.length === 0 ? true : undefined);
      await queue.changes.until(look, milliseconds, () => unconfirmed(account));
    },
    redeliver: (update) => queue.again(update),
    menu: (language) => menuOf(account, language),
    webhookUrl: () => account.webhook.settings()?.url,
  };
  return account;
}

const unconfirmed = ({ username, queue }: Account): string =>
  `@${username} has not confirmed ${queue.waiting.length} updates: ${JSON.stringify(queue.waiting.map(({ update }) => update)).slice(0, 1_000)}`;

export const callsOf = (world: World, method?: string) =>
  method === undefined
    ? world.calls
    : world.calls.filter((call) => call.method.toLowerCase() === method.toLowerCase());

const userOf = (id: number, given: BotOptions & { username: string }): UserFromGetMe => ({
  id,
  is_bot: true,
  first_name: given.first_name ?? given.username,
  username: given.username,
  can_join_groups: true,
  can_read_all_group_messages: given.can_read_all_group_messages ?? false,
  supports_inline_queries: true,
  can_connect_to_business: false,
  has_main_web_app: false,
  has_topics_enabled: false,
  allows_users_to_create_topics: false,
  can_manage_bots: false,
  supports_join_request_queries: false,
});

/** The bot as the sender of a message. */
export const senderOf = ({ id, first_name, username }: Account) => ({
  id,
  is_bot: true,
  first_name,
  username,
});

/** The first menu that is set, in Telegram's order for private chats. */
function menuOf({ menus }: Account, language = ''): readonly BotCommand[] {
  const scopes = ['all_private_chats', 'default'];
  const keys = scopes.flatMap((scope) => [`${scope}/${language}`, `${scope}/`]);
  const key = keys.find((one) => menus.has(one));
  return (key !== undefined && menus.get(key)) || [];
}
