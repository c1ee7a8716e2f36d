import { describe, expect, it, vi } from 'vitest';
import { createTelegramChannel } from '../../../src/bots/telegram/outbound/channel.ts';
import { bots, diary, partsFor, recording } from './recording.ts';
import { refusal, type Scripted, scripted } from './scripted.ts';
import { inGroup, silence, telegram, text, token } from './telegram-says.ts';

const offsets = (api: Scripted) =>
  api.calls.filter(({ method }) => method === 'getUpdates').map(({ payload }) => payload.offset);

describe.each(bots)('%s', (_, start) => {
  it('does not start with a token that Telegram refuses, and names the setting', async () => {
    await using api = await scripted(() => refusal(401, 'Unauthorized'));
    const started = start(partsFor({ token, apiRoot: api.root, engine: recording() }));
    await expect(started).rejects.toMatchObject({
      code: 'token',
      message: expect.stringContaining('THE_BOT_TOKEN'),
    });
  });

  it('starts beside a Telegram that cannot be reached, and goes on by itself', async () => {
    let isDown = true;
    const engine = recording();
    await using api = await scripted((call) =>
      isDown
        ? 'drop'
        : telegram(({ payload }) => (payload.offset ? silence() : { result: [text(1, 'hi')] }))(call),
    );
    const bot = await start(partsFor({ token, apiRoot: api.root, engine }));
    expect(bot.username()).toBeUndefined();
    isDown = false;
    await expect.poll(() => engine.texts()).toEqual(['hi']);
    expect(bot.username()).toBe('walnut_bot');
    await bot.stop();
  });

  it('says once that somebody else is polling, without the token, and goes on when they are gone', async () => {
    let tries = 0;
    const { log, lines } = diary();
    const engine = recording();
    const conflict = 'Conflict: terminated by other getUpdates request';
    await using api = await scripted(
      telegram(({ payload }) => {
        tries += 1;
        if (tries <= 4) return refusal(409, conflict);
        if (tries <= 6) return 'drop';
        return payload.offset ? silence() : { result: [text(1, 'at last')] };
      }),
    );
    const bot = await start(partsFor({ token, apiRoot: api.root, engine, log }));
    await expect.poll(() => engine.texts()).toEqual(['at last']);
    await bot.stop();
    expect(lines.filter((line) => line.includes(conflict))).toHaveLength(1);
    expect(lines.join()).not.toContain('SECRET-PART');
  });

  it('answers in a group when Telegram lets it, and when the line is there again', async () => {
    const sends: number[] = [];
    await using api = await scripted((call) => {
      if (call.method === 'sendMessage') {
        sends.push(performance.now());
        if (sends.length === 1) return refusal(429, 'Too Many Requests: retry after 1', { retry_after: 1 });
        if (sends.length === 2) return 'drop';
      }
      return telegram(({ payload }) => (payload.offset ? silence() : { result: [inGroup(1, '/orders')] }))(
        call,
      );
    });
    const bot = await start(partsFor({ token, apiRoot: api.root, engine: recording() }));
    await vi.waitFor(() => expect(sends).toHaveLength(3), { timeout: 6_000 });
    expect((sends[1] ?? 0) - (sends[0] ?? 0)).toBeGreaterThan(950);
    await bot.stop();
    expect(sends).toHaveLength(3);
  });

  it('waits as long as Telegram asks it to', async () => {
    let tries = 0;
    const engine = recording();
    await using api = await scripted(
      telegram(({ payload }) => {
        tries += 1;
        if (tries === 1) return refusal(429, 'Too Many Requests: retry after 1', { retry_after: 1 });
        return payload.offset ? silence() : { result: [text(1, 'hi')] };
      }),
    );
    const began = performance.now();
    const bot = await start(partsFor({ token, apiRoot: api.root, engine }));
    await vi.waitFor(() => expect(engine.texts()).toEqual(['hi']), { timeout: 5_000 });
    expect(performance.now() - began).toBeGreaterThan(950);
    await bot.stop();
  });

  it('asks for the next updates only when the last are stored, whatever becomes of the storing', async () => {
    let failures = 2;
    const stored: number[] = [];
    await using api = await scripted(
      telegram(({ payload }) =>
        Number(payload.offset) > 3 ? silence() : { result: [text(1, 'a'), text(2, 'b'), text(3, 'c')] },
      ),
    );
    const engine = recording(async () => {
      if (failures-- > 0) throw new Error('the database is away');
      stored.push(offsets(api).length);
    });
    const bot = await start(partsFor({ token, apiRoot: api.root, engine }));
    await expect.poll(() => offsets(api)).toContain(4);
    await bot.stop();
    expect(engine.batches[0]).toHaveLength(3);
    expect(engine.texts()).toEqual(['a', 'b', 'c']);
    expect(offsets(api).slice(0, 2)).toEqual([0, 4]);
    expect(stored).toEqual([1]);
  });

  it('stops in mid-batch: what is being stored is stored, then confirmed, and no more is taken', async () => {
    const begun = Promise.withResolvers<void>();
    const release = Promise.withResolvers<void>();
    const engine = recording(async () => {
      begun.resolve();
      await release.promise;
    });
    await using api = await scripted(telegram(() => ({ result: [text(7, 'the last word')] })));
    const bot = await start(partsFor({ token, apiRoot: api.root, engine }));
    await begun.promise;
    const stopped = bot.stop();
    release.resolve();
    await stopped;
    expect(engine.texts()).toEqual(['the last word']);
    expect(offsets(api)).toEqual([0, 8]);
  });

  it('stops without confirming what could not be stored', async () => {
    const tried = Promise.withResolvers<void>();
    const engine = recording(async () => {
      tried.resolve();
      throw new Error('the database is away');
    });
    await using api = await scripted(telegram(() => ({ result: [text(7, 'not lost')] })));
    const bot = await start(partsFor({ token, apiRoot: api.root, engine }));
    await tried.promise;
    await bot.stop();
    expect(offsets(api)).toEqual([0]);
  });

  it('is not held up by an update that nobody can make sense of', async () => {
    const odd = [
      { update_id: 1, message: 'not even a message' },
      { update_id: 2, from_the_future: {} },
    ];
    await using api = await scripted(
      telegram(({ payload }) => (payload.offset ? silence() : { result: [...odd, text(3, 'hi')] })),
    );
    const engine = recording();
    const bot = await start(partsFor({ token, apiRoot: api.root, engine }));
    await expect.poll(() => offsets(api)).toContain(4);
    await bot.stop();
    expect(engine.texts()).toEqual(['hi']);
    expect(process.exitCode ?? 0).toBe(0);
  });
});

describe.each(bots)('%s with a middleware that throws', (_, start) => {
  it('logs it, goes on with the next update, and leaves the process its exit code', async () => {
    const { log, lines } = diary();
    const engine = recording();
    let times = 0;
    const now = () => {
      times += 1;
      if (times === 1) throw new Error('no clock');
      return new Date();
    };
    await using api = await scripted(
      telegram(({ payload }) => (payload.offset ? silence() : { result: [text(1, 'a'), text(2, 'b')] })),
    );
    const bot = await start(partsFor({ token, apiRoot: api.root, engine, log, now }));
    await expect.poll(() => engine.texts()).toEqual(['b']);
    await bot.stop();
    expect(lines.join()).toContain('no clock');
    expect(process.exitCode ?? 0).toBe(0);
  });
});

describe('a send on a bad line', () => {
  const pictures = {
    fileId: async () => undefined,
    remember: async () => {},
    forget: async () => {},
    bytes: async () => undefined,
    isComing: async () => false,
  };
  const deliver = (apiRoot: string) =>
    createTelegramChannel({
      name: 'telegram-buyer',
      paidBroadcast: false,
      token,
      apiRoot,
      pictures,
      readFile: async () => undefined,
    }).deliver({
      address: '42',
      body: { html: 'hi', buttons: [] },
      platformId: null,
    });

  it('may have been sent when the line broke after it', async () => {
    await using api = await scripted(() => 'drop');
    expect(await deliver(api.root)).toEqual({ is: 'unwell', why: 'ECONNRESET', mayHaveArrived: true });
  });

  it('was not sent when there was no line', async () => {
    const api = await scripted(() => 'drop');
    await api[Symbol.asyncDispose]();
    expect(await deliver(api.root)).toMatchObject({ is: 'unwell', mayHaveArrived: false });
  });

  it('is put off when a gateway answers in place of Telegram', async () => {
    await using api = await scripted(() => ({ status: 502, body: '<html>Bad Gateway</html>' }));
    expect(await deliver(api.root)).toMatchObject({ is: 'unwell', mayHaveArrived: false });
  });
});
