import { callsOf, createAccount } from './account.ts';
import { createFiles } from './files.ts';
import { createGroup } from './groups.ts';
import type { Telegram, TelegramOptions } from './interface.ts';
import { WITHIN_MS } from './patience.ts';
import { createPerson } from './people.ts';
import { perform } from './perform.ts';
import { listen } from './server.ts';
import { createSignal } from './signal.ts';
import { createTrouble } from './trouble.ts';
import type { World } from './world.ts';

/**
 * A Telegram on 127.0.0.1, on a port of its own. It refuses what Telegram refuses, in Telegram's words; the one thing it
 * allows beyond is a webhook on http and on any port of this machine.
 *
 * Our own, since the kept npm server (telegram-test-api) knows texts, taps and webhooks alone: no photos, albums or files,
 * no payments or inline queries, no rate limits.
 */
export async function startTelegram(options: TelegramOptions = {}): Promise<Telegram> {
  const trouble = createTrouble();
  const world: World = {
    options,
    now: options.now ?? (() => new Date()),
    files: createFiles(),
    trouble,
    accounts: new Map(),
    people: new Map(),
    groups: new Map(),
    calls: [],
    traffic: createSignal(),
  };
  const server = await listen(world);

  const stop = async (): Promise<void> => {
    for (const { webhook } of world.accounts.values()) webhook.stop();
    await server.stop();
  };

  return {
    root: server.root,
    bot(given = {}) {
      const account = createAccount(world, given, perform);
      if (world.accounts.has(account.token))
        throw new Error(`There is a bot with this token already: @${account.username}`);
      world.accounts.set(account.token, account);
      return account;
    },
    person: (given = {}) => createPerson(world, given),
    group: (given) => createGroup(world, given),
    calls: (method) => callsOf(world, method),
    called(method, fits = () => true, within = WITHIN_MS) {
      const look = () => callsOf(world, method).find((call) => call.response && fits(call));
      const complain = () =>
        `${method} was not called so in ${within} ms; ${callsOf(world).length} calls came.`;
      return world.traffic.until(look, within, complain);
    },
    limit: trouble.limit,
    failNext: trouble.failNext,
    dropNext: trouble.dropNext,
    setUnwell: trouble.setUnwell,
    holdNext: trouble.holdNext,
    stop,
    [Symbol.asyncDispose]: stop,
  };
}
