import { once } from 'node:events';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { seedDemo } from '../prisma/demo/seed.ts';
import { readConfig } from '../src/config.ts';
import { systemClock } from '../src/data.ts';
import { CHECK_PLACE } from '../src/db/crypto/key-check.ts';
import { openEmbedded } from '../src/db/embedded/embedded.ts';
import { migrate } from '../src/db/migrations/migrate.ts';
import type { Finding } from '../src/doctor/finding.ts';
import { checkPush } from '../src/doctor/services.ts';
import { diagnose, printDoctor } from '../src/doctor.ts';
import { createDatabase, freshDatabase, urlOf } from './support/database.ts';
import { startLlm } from './support/llm.ts';
import { startTelegram } from './support/telegram/telegram.ts';
import { foundVillage, testSeal } from './support/village.ts';
import { plainDraft, saidOf } from './writer/drafts.ts';

const SECRET_KEY = Buffer.alloc(32, 7).toString('base64');
/** What is not under test: nothing of it leaves this machine. */
const server = (url: string) => ({ DATABASE_URL: url, SECRET_KEY, TELEGRAM_API_ROOT: 'http://127.0.0.1:1' });
const nowhere = server('postgresql://walnut:hush-hush@127.0.0.1:1/walnut');

async function examine(env: Record<string, string>, limitMs = 5_000): Promise<Record<string, Finding>> {
  const findings: Record<string, Finding> = {};
  for await (const finding of diagnose(readConfig(env), limitMs)) findings[finding.what] = finding;
  return findings;
}

async function inFolder(act: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'walnut-doctor-'));
  await act(folder).finally(() => rm(folder, { recursive: true, force: true }));
}

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

describe('the doctor and the secret key', () => {
  it('tells a key that opens what is there from one that does not, and changes nothing', async () => {
    await using database = await freshDatabase();
    const keyAt = async (sign: number) => {
      const SECRET_KEY = Buffer.alloc(32, sign).toString('base64');
      return (await examine({ ...server(database.url), SECRET_KEY }))['secret key'];
    };
    expect(await keyAt(7)).toMatchObject({ is: 'fine', said: 'nothing has been sealed with it yet' });
    expect(await database.db.secretKey.count()).toBe(0);
    await database.db.secretKey.create({
      data: { id: 1, checkValue: testSeal.encrypt('walnut', CHECK_PLACE) },
    });
    expect(await keyAt(7)).toMatchObject({ is: 'fine', said: expect.stringContaining('fingerprint') });
    const wrong = await keyAt(8);
    expect(wrong).toMatchObject({ is: 'wrong', said: 'SECRET_KEY does not open what is in the database' });
    expect(wrong?.todo).toContain('the key with which the shop was opened first');
  });
});

describe('the doctor and the village', () => {
  it('says how to found it where there is none, which is nothing wrong yet', async () => {
    await using database = await freshDatabase();
    const { village } = await examine(server(database.url));
    expect(village).toMatchObject({ is: 'off', said: 'none yet: buyers hear that it is being set up' });
    expect(village?.todo).toContain('npm run village -- "Lingtou" --county "Fenyang" --province "Shanxi"');
    expect(village?.todo).toContain('npm run invite -- --operator');
  });

  it('says how to invite the first family', async () => {
    await using database = await freshDatabase();
    const names = { nameEn: '', countyEn: '', provinceEn: '', story: '', storyEn: '' };
    const place = { name: '岭头村', county: '汾阳市', province: '山西省', createdAt: new Date() };
    await database.db.village.create({ data: { slug: 'one', ...names, ...place } });
    const { village } = await examine(server(database.url));
    expect(village).toMatchObject({ is: 'fine', said: '岭头村, 汾阳市; families: 0' });
    expect(village?.todo).toContain('npm run invite -- "Wang Xiuying"');
  });

  it('finds made-up families wrong where real people would buy from them', async () => {
    await using database = await freshDatabase();
    await seedDemo({ db: database.db, cipher: testSeal, clock: systemClock });
    const { village } = await examine(server(database.url));
    expect(village).toMatchObject({ is: 'wrong', said: 'the demo village, with made-up families' });
    expect(village?.todo).toContain('DATA_DIR');
  });

  it('knows nothing of it where the database cannot be reached, and says so once', async () => {
    const { village, database } = await examine(nowhere);
    expect(database?.is).toBe('wrong');
    expect(village).toEqual({ what: 'village', is: 'off', said: 'unknown as long as the database is' });
  });
});

describe('the doctor and the database', () => {
  it('names the schema changes that are still to be made', async () => {
    const url = urlOf(await createDatabase(`ENCODING 'UTF8' LOCALE 'C.UTF-8' TEMPLATE template0`));
    const { database } = await examine(server(url));
    expect(database).toMatchObject({ is: 'fine', said: expect.stringMatching(/\d+ schema changes? that/) });
  });

  it('refuses one that counts bytes for characters', async () => {
    const url = urlOf(await createDatabase(`ENCODING 'SQL_ASCII' LOCALE 'C' TEMPLATE template0`));
    const { database } = await examine(server(url));
    expect(database).toMatchObject({ is: 'wrong', said: expect.stringContaining('needs UTF8') });
  });

  it('starts the embedded one to look at it, and stops it again', () =>
    inFolder(async (folder) => {
      const embedded = await openEmbedded(folder, { isDurable: false });
      await migrate(embedded.url);
      await embedded.stop();
      const { database } = await examine({ DATA_DIR: folder });
      expect(database).toMatchObject({
        is: 'fine',
        said: expect.stringContaining('schema up to date; embedded'),
      });
      const again = await openEmbedded(folder, { isDurable: false });
      expect(await again.stop()).toBe(true);
    }));
});

describe('the doctor and the public address', () => {
  const bot = {
    ...nowhere,
    TELEGRAM_API_ROOT: 'https://telegram.invalid',
    BUYER_BOT_TOKEN: '123456789:hush-hush-1',
  };

  it.each([
    ['https://127.0.0.1', 'only your own network'],
    ['https://192.168.1.20', 'only your own network'],
    ['https://[fd00::1]', 'only your own network'],
    ['https://127.0.0.1:3000', 'does not post to port 3000'],
    ['https://shop.invalid', 'nobody knows the name'],
  ])('%s is not one that Telegram can post to', async (publicUrl, said) => {
    const findings = await examine({ ...bot, PUBLIC_URL: publicUrl });
    expect(findings['public address']).toMatchObject({ is: 'wrong', said: expect.stringContaining(said) });
  });

  it('lets the web chat alone live in one’s own network', async () => {
    const findings = await examine({ ...nowhere, PUBLIC_URL: 'https://192.168.1.20:3000' });
    expect(findings['public address']).toMatchObject({ is: 'fine', said: 'https://192.168.1.20:3000' });
  });
});

describe('the doctor and alerts for when the page is closed', () => {
  it.each([
    ['https://shop.example', 'fine', /also when the page is closed/],
    ['http://shop.example', 'off', /not https: Chrome/],
    [undefined, 'off', /PUBLIC_URL is not set/],
  ])('with PUBLIC_URL %s', (publicUrl, is, said) => {
    const http = { host: '127.0.0.1', port: 3000, trustProxy: false, publicUrl };
    expect(checkPush(http)).toMatchObject({ is, said: expect.stringMatching(said) });
  });
});

describe('what the doctor prints', () => {
  async function printed(findings: readonly Finding[]): Promise<{ code: number; text: string }> {
    let text = '';
    const given = (async function* () {
      yield* findings;
    })();
    const code = await printDoctor(given, { write: (part) => (text += part) });
    return { code, text };
  }

  it('is a line for each thing, with what to do below, and the exit code 1 when anything is wrong', async () => {
    const fine: Finding = { what: 'queues', is: 'fine', said: 'Redis 7.0.15, noeviction' };
    const wrong: Finding = { what: 'model', is: 'wrong', said: 'no answer', todo: 'check OPENAI_BASE_URL' };
    const { code, text } = await printed([fine, wrong]);
    expect(text.split('\n').slice(0, 3)).toEqual([
      '✓ queues          Redis 7.0.15, noeviction',
      '✗ model           no answer',
      '                  → check OPENAI_BASE_URL',
    ]);
    expect(code).toBe(1);
  });

  it('ends well when nothing is wrong', async () => {
    const { code, text } = await printed([{ what: 'model', is: 'off', said: 'not set' }]);
    expect(text).toBe('– model           not set\nAll is well.\n');
    expect(code).toBe(0);
  });
});
