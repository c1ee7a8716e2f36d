import { Api, GrammyError, HttpError } from 'grammy';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { refusals } from './failure.ts';
import type { BotAccount, PrivateChat, Telegram } from './interface.ts';
import { startTelegram } from './telegram.ts';

let telegram: Telegram;
let account: BotAccount;
let chat: PrivateChat;
let api: Api;

beforeEach(async () => {
  telegram = await startTelegram();
  account = telegram.bot();
  chat = telegram.person().chatWith(account);
  chat.starts();
  api = new Api(account.token, { apiRoot: telegram.root });
});
afterEach(() => telegram.stop());

const failure = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  );

describe('trouble', () => {
  it('comes once, for the call that is meant', async () => {
    const other = telegram.person().chatWith(account);
    other.starts();
    telegram.failNext('sendMessage', refusals.blocked, { chat: other.id });
    await api.sendMessage(chat.id, 'a');
    expect(await failure(api.sendMessage(other.id, 'b'))).toMatchObject({ error_code: 403 });
    await api.sendMessage(other.id, 'c');
    telegram.failNext('*', refusals.tooMany(3));
    const error = await failure(api.getMe());
    expect(error instanceof GrammyError && error.parameters.retry_after).toBe(3);
  });

  it('cuts the line before anything is done, or after', async () => {
    telegram.dropNext('sendMessage', 'before');
    expect(await failure(api.sendMessage(chat.id, 'before'))).toBeInstanceOf(HttpError);
    expect(chat.sees('before')).toBe(false);
    telegram.dropNext('sendMessage', 'after');
    expect(await failure(api.sendMessage(chat.id, 'after'))).toBeInstanceOf(HttpError);
    expect(chat.sees('after')).toBe(true);
    expect(telegram.calls('sendMessage').map(({ response }) => response?.ok)).toEqual(['dropped', 'dropped']);
  });

  it('holds a call until it is released', async () => {
    const held = telegram.holdNext('sendMessage');
    const sending = api.sendMessage(chat.id, 'held');
    expect((await held.arrived).params).toMatchObject({ text: 'held' });
    expect(chat.sees('held')).toBe(false);
    held.release();
    await sending;
    expect(chat.sees('held')).toBe(true);
  });

  it('limits the messages of a second, and tells when to come back', async () => {
    telegram.limit({ perBot: 5 });
    const sent = await Promise.all(
      Array.from({ length: 8 }, (_, n) => failure(api.sendMessage(chat.id, `n${n}`))),
    );
    const refused = sent.filter((error) => error !== undefined);
    expect(refused).toHaveLength(3);
    expect(refused[0]).toMatchObject({ error_code: 429, parameters: { retry_after: 1 } });
    expect(chat.heard()).toHaveLength(5);
    telegram.limit({ perBot: 2 });
    const file = (await chat.sendsPhoto()).raw.photo?.at(-1)?.file_id ?? '';
    await api.sendMediaGroup(
      chat.id,
      [file, file].map((media) => ({ type: 'photo' as const, media })),
    );
    expect(await failure(api.sendMessage(chat.id, 'after the album'))).toMatchObject({ error_code: 429 });
    telegram.limit({ perChat: 1 });
    await api.sendMessage(chat.id, 'one');
    expect(await failure(api.sendMessage(chat.id, 'two'))).toMatchObject({ error_code: 429 });
    telegram.limit(undefined);
    await api.sendMessage(chat.id, 'free');
    const [first, last] = [telegram.calls('sendMessage').at(0), telegram.calls('sendMessage').at(-1)];
    expect(first?.at).toBeLessThan(last?.at ?? 0);
  });
});
