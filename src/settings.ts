import { isIP } from 'node:net';
import { z } from 'zod';
import { locales } from './chat/dsl/event.ts';

/** Messages per second that Telegram lets a bot send to many people for free, and as paid broadcasts (Bot API FAQ). */
export const FREE_RATE = 30;
export const PAID_RATE = 1_000;

/** Where the web chat listens if nothing is set: this machine alone. */
export const DEFAULT_HOST = '127.0.0.1';
export const DEFAULT_PORT = 3_000;

/** Short tokens are guessed. */
const ADMIN_TOKEN_CHARS = 16;

const logLevels = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;
const TELEGRAM = 'https://api.telegram.org';

/** An address, a network, or one of the names that Fastify has for networks. */
function isProxy(text: string): boolean {
  const [, ip = '', bits = '0'] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(text) ?? [];
  const version = isIP(ip);
  if (version === 0) return ['loopback', 'linklocal', 'uniquelocal'].includes(text);
  return Number(bits) <= (version === 4 ? 32 : 128);
}

const address = (...protocols: string[]) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol));
const web = address('https:', 'http:').transform((text) => text.replace(/\/+$/, ''));
const botToken = z.string().regex(/^\d{3,}:[\w-]{10,}$/);
const word = z.string().regex(/^\S+$/);
const wholeUpTo = (from: number, to: number) =>
  z.string().regex(/^\d+$/).transform(Number).pipe(z.number().min(from).max(to));
export const onOff = z.stringbool({ truthy: ['on', 'true', 'yes', '1'], falsy: ['off', 'false', 'no', '0'] });
/** `2/8`: in and out. */
const tokenPrices = z
  .string()
  .regex(/^\d+(\.\d+)?\/\d+(\.\d+)?$/)
  .transform((text) => text.split('/').map(Number))
  .transform(([inward = 0, outward = 0]) => ({ in: inward, out: outward }));
const yuan = z
  .string()
  .regex(/^\d{1,6}(\.\d+)?$/)
  .transform(Number);
const proxies = z.union([
  onOff,
  z.string().refine((text) => text.split(',').every((one) => isProxy(one.trim()))),
]);
const hostName = z
  .string()
  .refine((text) => isIP(text) !== 0 || /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(text));
const secretKey = z
  .string()
  .regex(/^([0-9a-f]{64}|[\w+/-]{43}=?)$/i)
  .transform((text) => new Uint8Array(Buffer.from(text, text.length === 64 ? 'hex' : 'base64')));
const secretKeys = z
  .string()
  .transform((text) => text.split(',').map((key) => key.trim()))
  .pipe(z.array(secretKey));
const origin = web.refine((text) => {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, origin: whole } = new URL(text);
  return whole === text.toLowerCase() && (protocol === 'https:' || isLoopback(hostname));
});

/** Whether a host is this machine itself. */
export const isLoopback = (hostname: string): boolean =>
  /^(localhost|.+\.localhost|127\.\d+\.\d+\.\d+|::1|\[::1\])$/i.test(hostname);

/** How each setting is read. */
export const settings = z.object({
  DATABASE_URL: address('postgresql:', 'postgres:').optional(),
  DATABASE_DIRECT_URL: address('postgresql:', 'postgres:').optional(),
  REDIS_URL: address('redis:', 'rediss:').optional(),
  BUYER_BOT_TOKEN: botToken.optional(),
  SELLER_BOT_TOKEN: botToken.optional(),
  TELEGRAM_API_ROOT: web.default(TELEGRAM),
  PUBLIC_URL: origin.optional(),
  OPENAI_API_KEY: word.optional(),
  OPENAI_BASE_URL: web.optional(),
  OPENAI_MODEL: word.optional(),
  OPENAI_TRANSCRIBE_MODEL: word.optional(),
  OPENAI_PRICES: tokenPrices.optional(),
  WRITER_BUDGET: yuan.optional(),
  PAYMENT_PROVIDER_TOKEN: word.optional(),
  HOST: hostName.default(DEFAULT_HOST),
  PORT: wholeUpTo(0, 65_535).default(DEFAULT_PORT),
  TRUST_PROXY: proxies.default(false),
  DATA_DIR: z.string().default('.data'),
  SECRET_KEY: secretKey.optional(),
  OTHER_SECRET_KEYS: secretKeys.optional(),
  ALERT_RATE: wholeUpTo(1, PAID_RATE).optional(),
  PAID_BROADCAST: onOff.default(false),
  BACKUP_DIR: z.string().optional(),
  BACKUP_KEEP: wholeUpTo(1, 366).optional(),
  S3_BUCKET: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/)
    .optional(),
  S3_ENDPOINT: web.optional(),
  S3_REGION: word.optional(),
  S3_ACCESS_KEY_ID: word.optional(),
  S3_SECRET_ACCESS_KEY: word.optional(),
  S3_PATH_STYLE: onOff.optional(),
  S3_SIGNED_URLS: onOff.optional(),
  ADMIN_TOKEN: word.min(ADMIN_TOKEN_CHARS).optional(),
  HEALTH_PORT: wholeUpTo(1, 65_535).optional(),
  DEMO: onOff.optional(),
  DEFAULT_LOCALE: z.enum(locales).default('zh'),
  LOG_LEVEL: z.enum(logLevels).default('info'),
});

export type Settings = z.infer<typeof settings>;
export type SettingName = keyof Settings;

/** Settings as they were given, those that say nothing left out. */
export type Given = Partial<Record<SettingName, string>>;

/** A setting that is right by itself and wrong beside the others, with the line that says so. */
export type SettingRule = readonly [name: SettingName, isWrong: boolean, line: string];

/** What each setting is, for whoever got it wrong. */
const expected: Readonly<Record<SettingName, readonly [what: string, example: string]>> = {
  DATABASE_URL: [
    'the address of a PostgreSQL database, its password percent-encoded',
    'postgresql://walnut:password@127.0.0.1:5432/walnut',
  ],
  DATABASE_DIRECT_URL: [
    'the address of the same database past its pooler, beside DATABASE_URL',
    'postgresql://walnut:password@127.0.0.1:5432/walnut',
  ],
  REDIS_URL: ['the address of a Redis server', 'redis://127.0.0.1:6379'],
  BUYER_BOT_TOKEN: ['a token from @BotFather', '123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw'],
  SELLER_BOT_TOKEN: ['a token from @BotFather', '987654321:AAFq3Yc0Xe5mTzWvLr8uKbNs2JdHgPi7aQo'],
  TELEGRAM_API_ROOT: ['the address of a Bot API server', TELEGRAM],
  PUBLIC_URL: [
    'an https address without a path (http only for this machine itself)',
    'https://shop.example.org',
  ],
  OPENAI_API_KEY: ['a key without spaces', 'sk-…'],
  OPENAI_BASE_URL: ['the address of an OpenAI-compatible server', 'http://127.0.0.1:11434/v1'],
  OPENAI_MODEL: ['the name of a model that the server has', 'gpt-5-mini'],
  OPENAI_TRANSCRIBE_MODEL: ['the name of a model that writes down speech', 'whisper-1'],
  OPENAI_PRICES: ['yuan for a million tokens in and out', '2/8'],
  WRITER_BUDGET: ['yuan that a seller’s texts may cost a day, beside OPENAI_PRICES', '0.50'],
  PAYMENT_PROVIDER_TOKEN: ['a payment token from @BotFather', '284685063:TEST:MTA0ZjdmYjQxYzA4'],
  HOST: ['an IP address or a host name of this machine', '127.0.0.1'],
  PORT: ['a whole number from 0 to 65535', '3000'],
  TRUST_PROXY: ['on, off, or the addresses of your proxies', '10.0.0.0/8'],
  DATA_DIR: ['a folder', '.data'],
  SECRET_KEY: [
    '32 random bytes in base64 or as 64 hex digits; `openssl rand -base64 32` prints some',
    'q83v…=',
  ],
  OTHER_SECRET_KEYS: [
    'keys that were SECRET_KEY before, or will be, with commas between them, beside SECRET_KEY',
    'mR0f…=',
  ],
  ALERT_RATE: [`a whole number from 1 to ${FREE_RATE}, or to ${PAID_RATE} with PAID_BROADCAST=on`, '25'],
  PAID_BROADCAST: ['on or off', 'off'],
  BACKUP_DIR: [
    'a folder for the backups of the embedded database, best on another disk; without DATABASE_URL',
    '/media/usb/walnut',
  ],
  BACKUP_KEEP: ['a number of days from 1 to 366, beside BACKUP_DIR', '7'],
  S3_BUCKET: [
    'the name of a bucket, with both S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY beside it',
    'walnut',
  ],
  S3_ENDPOINT: ['the address of an S3-compatible store, beside S3_BUCKET', 'https://s3.example.org'],
  S3_REGION: ['the name of a region, beside S3_BUCKET', 'us-east-1'],
  S3_ACCESS_KEY_ID: ["the id of the store's access key, beside S3_BUCKET", 'AKIAIOSFODNN7EXAMPLE'],
  S3_SECRET_ACCESS_KEY: ["the store's secret key, beside S3_BUCKET", 'wJalrX…'],
  S3_PATH_STYLE: ['on or off, beside S3_BUCKET', 'on'],
  S3_SIGNED_URLS: ['on or off, beside S3_BUCKET', 'off'],
  ADMIN_TOKEN: [
    `at least ${ADMIN_TOKEN_CHARS} characters without spaces; \`openssl rand -hex 24\` prints some`,
    '3f9c…e1',
  ],
  HEALTH_PORT: ['a whole number from 1 to 65535, another than PORT', '3001'],
  DEMO: [
    'on or off; on only where no bot, no DATABASE_URL and no PUBLIC_URL is set and HOST is this machine alone',
    'off',
  ],
  DEFAULT_LOCALE: [locales.join(' or '), 'zh'],
  LOG_LEVEL: [`one of ${logLevels.join(', ')}`, 'info'],
};

export const isSetting = (name: string): name is SettingName => Object.hasOwn(expected, name);

/** One line on a setting that is wrong. */
export function expectation(name: SettingName): string {
  const [what, example] = expected[name];
  return `${name}: expected ${what}. Example: ${name}=${example}`;
}
