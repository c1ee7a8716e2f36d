import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { systemClock } from '../../src/data.ts';
import { freshDatabase } from '../support/database.ts';
import { startLlm } from '../support/llm.ts';
import { startTelegram } from '../support/telegram/telegram.ts';
import { foundVillage } from '../support/village.ts';
import { plainDraft, saidOf } from '../writer/drafts.ts';
import { examine, inFolder, nowhere, server } from './examine.ts';

describe('the doctor', () => {
  it('finds nothing wrong with a demo that was never started, and makes nothing', () =>
    inFolder(async (folder) => {
      const dataDir = join(folder, 'data');
      const findings = await examine({ DATA_DIR: dataDir });
      expect(Object.values(findings).map(({ what, is }) => [what, is])).toEqual([
        ['database', 'fine'],
        ['village', 'off'],
        ['secret key', 'fine'],
        ['promises', 'off'],
        ['data folder', 'fine'],
        ['backups', 'off'],
        ['queues', 'fine'],
        ['pictures', 'fine'],
        ['buyer bot', 'off'],
        ['seller bot', 'off'],
        ['public address', 'off'],
        ['push', 'off'],
        ['model', 'off'],
      ]);
      expect(findings.database?.said).toContain(`the first start makes it in ${dataDir}`);
    }));

  it('finds nothing wrong with a shop where everything answers', async () => {
    await using database = await freshDatabase();
    await foundVillage(database.db, systemClock);
    await using telegram = await startTelegram();
    await using llm = await startLlm({ answers: [saidOf(plainDraft)] });
    const findings = await examine({
      ...server(database.url),
      TELEGRAM_API_ROOT: telegram.root,
      BUYER_BOT_TOKEN: telegram.bot({ username: 'walnut_bot' }).token,
      SELLER_BOT_TOKEN: telegram.bot({ username: 'walnut_seller_bot' }).token,
      PUBLIC_URL: 'http://127.0.0.1:3000',
      OPENAI_BASE_URL: llm.baseURL,
      OPENAI_MODEL: 'loopback',
    });
    expect(Object.values(findings).map(({ is }) => is)).toEqual(Array(11).fill('fine'));
    expect(findings.village?.said).toBe('岭头, ; families: 1');
    expect(findings.database?.said).toMatch(/^PostgreSQL 18\.\d+.*, UTF8, schema up to date$/);
    expect(findings['buyer bot']?.said).toBe('@walnut_bot');
    expect(findings['seller bot']?.said).toBe('@walnut_seller_bot');
    expect(findings.model?.said).toMatch(
      /^loopback at http:\/\/127\.0\.0\.1:\d+, writes drafts \(json_schema\), sees no photos: sellers name their goods/,
    );
  });

  it('tells which promises are not kept, from what waits in the database', async () => {
    await using database = await freshDatabase();
    const { db } = database;
    const at = new Date();
    await db.outbox.create({
      data: { job: 'draw-poster', payload: {}, dueAt: at, createdAt: at, relayedAt: at, failedAt: at },
    });
    expect((await examine(server(database.url))).promises).toMatchObject({
      is: 'wrong',
      said: 'not kept: jobs-failed (1)',
      todo: expect.stringContaining('docs/operating/watch.md'),
    });
    await db.outbox.deleteMany();
    expect((await examine(server(database.url))).promises?.is).toBe('fine');
  });

  it('looks whether the nightly backups can be written, and whether they are', () =>
    inFolder(async (folder) => {
      const data = { DATA_DIR: join(folder, 'data'), DEMO: 'off' };
      const look = async (name: string) =>
        (await examine({ ...data, BACKUP_DIR: join(folder, name) })).backups;
      expect(await look('no-disk/walnut')).toMatchObject({
        is: 'wrong',
        said: expect.stringContaining('is its disk connected?'),
      });
      expect(await look('walnut')).toMatchObject({ is: 'fine', said: expect.stringMatching(/none yet$/) });
      await mkdir(join(folder, 'walnut', 'walnut-2020-01-02'), { recursive: true });
      expect(await look('walnut')).toMatchObject({
        is: 'wrong',
        said: expect.stringMatching(/the newest is of 2020-01-02$/),
      });
    }));

  it('says that a model sees, having shown it a picture with a number', async () => {
    await using llm = await startLlm({
      answers: ({ prompt }) =>
        prompt.includes('image_url') ? { text: '{"number":"472"}' } : saidOf(plainDraft),
    });
    const model = { OPENAI_BASE_URL: llm.baseURL, OPENAI_MODEL: 'loopback' };
    expect((await examine({ ...nowhere, ...model })).model?.said).toMatch(/sees photos$/);
  });

  it('says what is wrong and what to do about it, and keeps secrets', async () => {
    await using telegram = await startTelegram();
    await using llm = await startLlm({ apiKey: 'sk-right' });
    const findings = await examine({
      ...nowhere,
      REDIS_URL: 'redis://:hush-hush@127.0.0.1:1',
      TELEGRAM_API_ROOT: telegram.root,
      BUYER_BOT_TOKEN: '123456789:hush-hush-hush-hush-hush-hush-hush1',
      OPENAI_BASE_URL: llm.baseURL,
      OPENAI_API_KEY: 'sk-hush-hush',
      OPENAI_MODEL: 'loopback',
    });
    expect(findings.database).toMatchObject({ is: 'wrong', said: expect.stringContaining('127.0.0.1:1') });
    expect(findings.queues).toMatchObject({ is: 'wrong', todo: expect.stringContaining('REDIS_URL') });
    expect(findings['buyer bot']).toMatchObject({
      is: 'wrong',
      said: 'Telegram does not know the token in BUYER_BOT_TOKEN',
      todo: expect.stringContaining('@BotFather'),
    });
    expect(findings.model).toMatchObject({ is: 'wrong', todo: 'check OPENAI_API_KEY' });
    expect(JSON.stringify(findings)).not.toContain('hush');
  });

  it('tells a Telegram that cannot be reached from a token that is wrong', async () => {
    const { 'seller bot': bot } = await examine({
      ...nowhere,
      SELLER_BOT_TOKEN: '123456789:hush-hush-hush1',
    });
    expect(bot).toMatchObject({ is: 'wrong', said: 'no word from Telegram (ECONNREFUSED)' });
    expect(bot?.todo).toContain('http://127.0.0.1:1');
  });

  it('waits for nobody who does not answer', async () => {
    const silent = createServer(() => {}).listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const address = silent.address();
    const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
    const env = { ...nowhere, TELEGRAM_API_ROOT: url, BUYER_BOT_TOKEN: '123456789:hush-hush-hush1' };
    const { 'buyer bot': bot } = await examine(env, 50);
    expect(bot).toEqual({ what: 'buyer bot', is: 'wrong', said: 'no answer within 0.05 s' });
    silent.closeAllConnections();
    silent.close();
  });
});
