import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ConfigError, configFromEnvironment, readConfig } from '../src/config.ts';
import { settings } from '../src/settings.ts';

const BUYER = '123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw';
const SELLER = '987654321:AAFq3Yc0Xe5mTzWvLr8uKbNs2JdHgPi7aQo';
const KEY = Buffer.alloc(32, 7);
const SERVER = {
  DATABASE_URL: 'postgresql://walnut:hush@db:5432/walnut',
  SECRET_KEY: KEY.toString('base64'),
};

function complaintAbout(env: Record<string, string>): string {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  return '';
}

describe('settings', () => {
  it('make a demo village where nothing is set', () => {
    expect(readConfig({})).toEqual({
      database: { is: 'embedded', dataDir: '.data', secretKey: undefined, otherSecretKeys: undefined },
      queues: { is: 'postgres' },
      bots: {
        buyer: undefined,
        seller: undefined,
        apiRoot: 'https://api.telegram.org',
        updates: { is: 'polling' },
      },
      model: undefined,
      http: { host: '127.0.0.1', port: 3_000, trustProxy: false, publicUrl: undefined },
      alerts: { rate: 25, paid: false },
      locale: 'zh',
      logLevel: 'info',
      isDemo: true,
    });
  });

  it('set up a shop with everything', () => {
    const config = readConfig({
      ...SERVER,
      DATABASE_DIRECT_URL: 'postgresql://walnut:hush@db:5433/walnut',
      ADMIN_TOKEN: 'a-token-of-24-characters',
      HEALTH_PORT: '3001',
      REDIS_URL: 'redis://:hush@cache:6379/2',
      BUYER_BOT_TOKEN: BUYER,
      SELLER_BOT_TOKEN: SELLER,
      TELEGRAM_API_ROOT: 'http://127.0.0.1:8081/',
      PUBLIC_URL: 'https://shop.example.org/',
      OPENAI_API_KEY: 'sk-1',
      OPENAI_TRANSCRIBE_MODEL: 'whisper-1',
      PAYMENT_PROVIDER_TOKEN: '284685063:TEST:abc',
      HOST: '0.0.0.0',
      PORT: '0',
      TRUST_PROXY: '10.0.0.0/8, ::1',
      PAID_BROADCAST: 'on',
      DEFAULT_LOCALE: 'en',
      LOG_LEVEL: 'debug',
    });
    expect(config).toEqual({
      database: {
        is: 'server',
        url: SERVER.DATABASE_URL,
        directUrl: 'postgresql://walnut:hush@db:5433/walnut',
        secretKey: new Uint8Array(KEY),
      },
      queues: { is: 'redis', url: 'redis://:hush@cache:6379/2' },
      bots: {
        buyer: { token: BUYER, paymentProviderToken: '284685063:TEST:abc' },
        seller: { token: SELLER },
        apiRoot: 'http://127.0.0.1:8081',
        updates: { is: 'webhook', publicUrl: 'https://shop.example.org' },
      },
      model: { apiKey: 'sk-1', baseURL: undefined, model: 'gpt-5-mini', transcribeModel: 'whisper-1' },
      http: {
        host: '0.0.0.0',
        port: 0,
        trustProxy: '10.0.0.0/8, ::1',
        publicUrl: 'https://shop.example.org',
        adminToken: 'a-token-of-24-characters',
        healthPort: 3_001,
      },
      alerts: { rate: 1_000, paid: true },
      locale: 'en',
      logLevel: 'debug',
      isDemo: false,
    });
  });

  it('count as not set when they are empty or blank, as lines of a form are', () => {
    expect(readConfig({ BUYER_BOT_TOKEN: '', DATABASE_URL: '  ', PORT: '\t' })).toEqual(readConfig({}));
  });

  it('lose the space and the line end that an editor left behind them', () => {
    expect(readConfig({ PORT: ' 80 ', LOG_LEVEL: 'warn\r' })).toMatchObject({
      http: { port: 80 },
      logLevel: 'warn',
    });
  });

  it('take a secret key in base64, with or without its sign at the end, and in hex', () => {
    for (const text of [KEY.toString('base64'), KEY.toString('base64url'), KEY.toString('hex')]) {
      expect(readConfig({ SECRET_KEY: text }).database).toMatchObject({ secretKey: new Uint8Array(KEY) });
    }
  });

  it('run a model of one’s own without a key', () => {
    const env = { OPENAI_BASE_URL: 'http://127.0.0.1:11434/v1/', OPENAI_MODEL: 'qwen3:8b' };
    expect(readConfig(env).model).toMatchObject({ baseURL: 'http://127.0.0.1:11434/v1', model: 'qwen3:8b' });
  });

  it.each([
    { SELLER_BOT_TOKEN: SELLER },
    { BUYER_BOT_TOKEN: BUYER },
    SERVER,
    { PUBLIC_URL: 'https://shop.example.org' },
    { HOST: '0.0.0.0' },
    { HOST: 'shop.example.org' },
  ])('are no demo, and cannot be made one, with %o', (env) => {
    expect(readConfig(env).isDemo).toBe(false);
    expect(readConfig({ ...env, DEMO: 'off' }).isDemo).toBe(false);
    const complaint = complaintAbout({ ...env, DEMO: 'on' });
    expect(complaint).toMatch(/^ {2}DEMO: expected on or off; on only where no bot, no DATABASE_URL/m);
  });

  it('are a demo on this machine alone, unless it is switched off', () => {
    for (const HOST of ['127.0.0.1', '127.1.2.3', 'localhost', 'LOCALHOST', '::1']) {
      expect(readConfig({ HOST, DATA_DIR: '/srv/walnut', PORT: '80' }).isDemo).toBe(true);
      expect(readConfig({ HOST, DEMO: 'on' }).isDemo).toBe(true);
      expect(readConfig({ HOST, DEMO: 'off' }).isDemo).toBe(false);
    }
  });

  it('are read from this process where nobody hands them over', () => {
    expect(configFromEnvironment()).toEqual(readConfig(process.env));
  });
});

describe('wrong settings', () => {
  it('are all named at once, each with what was expected and an example', () => {
    const complaint = complaintAbout({
      PORT: '99999',
      REDIS_URL: 'localhost:6379',
      BUYER_BOT_TOKEN: 'buyer',
      DATABASE_URL: SERVER.DATABASE_URL,
      DEFAULT_LOCALE: 'fr',
    });
    expect(complaint.split('\n')).toEqual([
      'These settings are wrong:',
      '  REDIS_URL: expected the address of a Redis server. Example: REDIS_URL=redis://127.0.0.1:6379',
      expect.stringContaining('BUYER_BOT_TOKEN: expected a token from @BotFather. Example: '),
      '  PORT: expected a whole number from 0 to 65535. Example: PORT=3000',
      '  DEFAULT_LOCALE: expected zh or en. Example: DEFAULT_LOCALE=zh',
      expect.stringContaining('SECRET_KEY: expected 32 random bytes'),
      '.env.example explains every setting.',
    ]);
  });

  it.each([
    ['DATABASE_URL', 'mysql://localhost/walnut'],
    ['DATABASE_URL', 'postgresql://walnut:p#ss@localhost/walnut'],
    ['REDIS_URL', 'http://localhost:6379'],
    ['SELLER_BOT_TOKEN', 'undefined'],
    ['TELEGRAM_API_ROOT', 'api.telegram.org'],
    ['PUBLIC_URL', 'http://shop.example.org'],
    ['PUBLIC_URL', 'https://shop.example.org/walnut'],
    ['PUBLIC_URL', 'https://shop.example.org?x=1'],
    ['PUBLIC_URL', 'https://user:hush@shop.example.org'],
    ['OPENAI_API_KEY', 'sk 1'],
    ['OPENAI_BASE_URL', 'localhost:11434'],
    ['HOST', 'http://127.0.0.1'],
    ['PORT', '-1'],
    ['PORT', '3000.5'],
    ['PORT', '0x50'],
    ['TRUST_PROXY', 'perhaps?'],
    ['TRUST_PROXY', 'myproxy'],
    ['TRUST_PROXY', '10.0.0.0/33'],
    ['TRUST_PROXY', '300.1.1.1, ::1'],
    ['SECRET_KEY', 'walnut'],
    ['SECRET_KEY', 'g'.repeat(64)],
    ['ALERT_RATE', '0'],
    ['ALERT_RATE', '31'],
    ['PAID_BROADCAST', 'much'],
    ['DEMO', 'maybe'],
    ['LOG_LEVEL', 'loud'],
  ])('%s may not be %s', (name, value) => {
    expect(complaintAbout({ [name]: value })).toContain(`  ${name}: expected `);
  });

  it('let this machine itself be reached without https', () => {
    for (const publicUrl of ['http://127.0.0.1:3000', 'http://localhost:3000', 'http://[::1]:3000']) {
      expect(readConfig({ PUBLIC_URL: publicUrl }).http.publicUrl).toBe(publicUrl);
    }
  });

  it('are two tokens of one bot', () => {
    const tokens = { BUYER_BOT_TOKEN: BUYER, SELLER_BOT_TOKEN: `${BUYER.split(':')[0]}:${'B'.repeat(35)}` };
    expect(complaintAbout(tokens)).toContain('SELLER_BOT_TOKEN: expected another bot');
  });

  it('are those that would do nothing alone', () => {
    expect(complaintAbout({ OPENAI_BASE_URL: 'http://127.0.0.1:1/v1' })).toContain('OPENAI_MODEL: expected');
    for (const name of ['OPENAI_MODEL', 'OPENAI_TRANSCRIBE_MODEL'])
      expect(complaintAbout({ [name]: 'whisper-1' })).toContain(`${name}: expected OPENAI_API_KEY or`);
    expect(complaintAbout({ PAYMENT_PROVIDER_TOKEN: 'x:y' })).toContain('expected BUYER_BOT_TOKEN beside it');
  });

  it('are never repeated, for they may hold a secret', () => {
    const given = fc.string({ minLength: 12, unit: fc.constantFrom(...'QXZKVJ!%&') });
    const names = fc.constantFrom(...Object.keys(settings.shape));
    fc.assert(
      fc.property(fc.dictionary(names, given), (env) => {
        const complaint = complaintAbout(env);
        expect(Object.values(env).filter((value) => complaint.includes(value))).toEqual([]);
      }),
    );
  });
});

describe('.env.example', () => {
  const example = readFileSync(join(import.meta.dirname, '..', '.env.example'), 'utf8');
  const lines = [...example.matchAll(/^#([A-Z0-9_]+)=(.*)$/gm)].map(([, name = '', value = '']) => [
    name,
    value,
  ]);

  it('explains every setting and no other', () => {
    expect(lines.map(([name]) => name).sort()).toEqual(Object.keys(settings.shape).sort());
  });

  it('sets up a shop when its examples are taken with a key of one’s own', () => {
    const keys = { SECRET_KEY: SERVER.SECRET_KEY, OTHER_SECRET_KEYS: SERVER.SECRET_KEY };
    const env = { ...Object.fromEntries(lines), ...keys };
    // Those of the embedded database, and those of a server of one's own, which are never set together.
    const { BACKUP_DIR, BACKUP_KEEP, ...onServer } = env;
    expect(readConfig(onServer).isDemo).toBe(false);
    const { DATABASE_URL, DATABASE_DIRECT_URL, ...embedded } = env;
    expect(readConfig(embedded).backups).toEqual({ folder: BACKUP_DIR, keep: Number(BACKUP_KEEP) });
  });
});
