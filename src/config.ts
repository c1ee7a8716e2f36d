import { z } from 'zod';
import { type Locale, locales } from './chat/event.ts';

/** Everything that can be set, parsed once. What makes no sense together cannot be written down. */
export interface Config {
  readonly dataDir: string;
  /** Nothing: PostgreSQL comes embedded, under `dataDir`. */
  readonly databaseUrl: string | undefined;
  /** Nothing: queues are on PostgreSQL. */
  readonly redisUrl: string | undefined;
  readonly bots: { readonly buyer: string | undefined; readonly seller: string | undefined };
  /** Without a slash at its end. */
  readonly telegramRoot: string;
  /** Nothing: long polling. Without a slash at its end. */
  readonly publicUrl: string | undefined;
  readonly model: ModelConfig | undefined;
  readonly http: { readonly host: string; readonly port: number; readonly trustProxy: boolean };
  /** 32 bytes; nothing: made and kept under `dataDir`. */
  readonly secretKey: Uint8Array | undefined;
  /** Alerts per second and bot, and whether Telegram is paid for more than 30. */
  readonly alerts: { readonly rate: number; readonly isPaid: boolean };
  readonly locale: Locale;
  readonly logLevel: LogLevel;
  /** Nothing is set: a village to look at. */
  readonly isDemo: boolean;
}

export interface ModelConfig {
  readonly apiKey: string;
  readonly baseUrl: string | undefined;
  readonly name: string;
}

const logLevels = ['silent', 'error', 'warn', 'info', 'debug'] as const;
type LogLevel = (typeof logLevels)[number];

/** Says in one message everything that is wrong with the settings. */
export class ConfigError extends Error {}

const FREE_RATE = 25;
/** The Bot API's limit for paid broadcasts. */
const PAID_RATE = 1_000;

const token = z
  .string()
  .regex(/^\d{5,}:[A-Za-z0-9_-]{30,}$/, 'a bot token from @BotFather, like 123456789:AAE…');
const url = (protocols: RegExp, example: string) =>
  z.url({ protocol: protocols, error: `an address like ${example}` });
const yesNo = z
  .enum(['true', 'false', '1', '0'], { error: 'true or false' })
  .transform((said) => said === 'true' || said === '1');
const whole = (from: number, to: number) =>
  z
    .string()
    .regex(/^\d+$/, `a whole number from ${from} to ${to}`)
    .transform(Number)
    .refine((n) => n >= from && n <= to, `a whole number from ${from} to ${to}`);
const key = z
  .string()
  .transform((text) => Buffer.from(text, /^[0-9a-f]{64}$/i.test(text) ? 'hex' : 'base64'))
  .refine(
    (bytes) => bytes.length === 32,
    '32 bytes as base64 or 64 hexadecimal digits: openssl rand -base64 32',
  );

const shape = z.object({
  DATABASE_URL: url(/^postgres(ql)?$/, 'postgresql://walnut:password@localhost:5432/walnut').optional(),
  REDIS_URL: url(/^rediss?$/, 'redis://localhost:6379').optional(),
  BUYER_BOT_TOKEN: token.optional(),
  SELLER_BOT_TOKEN: token.optional(),
  TELEGRAM_API_ROOT: url(/^https?$/, 'https://api.telegram.org').default('https://api.telegram.org'),
  PUBLIC_URL: url(/^https?$/, 'https://shop.example.org').optional(),
  OPENAI_API_KEY: z.string().optional(),
  OPENAI_BASE_URL: url(/^https?$/, 'https://api.openai.com/v1').optional(),
  OPENAI_MODEL: z.string().default('gpt-5-mini'),
  HOST: z.string().default('127.0.0.1'),
  PORT: whole(0, 65_535).default(3_000),
  TRUST_PROXY: yesNo.default(false),
  DATA_DIR: z.string().default('.data'),
  SECRET_KEY: key.optional(),
  ALERT_RATE: whole(1, PAID_RATE).optional(),
  PAID_BROADCAST: yesNo.default(false),
  DEFAULT_LOCALE: z.enum(locales, { error: 'zh or en' }).default('zh'),
  LOG_LEVEL: z.enum(logLevels, { error: `one of ${logLevels.join(', ')}` }).default('info'),
});

type Settings = z.infer<typeof shape>;

/** The settings in `env` as a Config. An empty setting counts as not set. Throws a ConfigError that names all that is wrong. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.entries(env).filter(([name, value]) => name in shape.shape && value?.trim()),
  );
  const parsed = shape.safeParse(given);
  const wrong = parsed.success
    ? contradictions(parsed.data)
    : parsed.error.issues.map(({ path, message }) => `${path.join('.')}: expected ${message}`);
  if (!parsed.success || wrong.length > 0)
    throw new ConfigError(['Some settings are wrong:', ...wrong.map((line) => `  ${line}`)].join('\n'));
  return configOf(parsed.data);
}

/** The settings of this process. */
export const configFromEnvironment = (): Config => readConfig(process.env);

/** What is right by itself and wrong together. */
function contradictions(set: Settings): string[] {
  const {
    DATABASE_URL,
    SECRET_KEY,
    BUYER_BOT_TOKEN,
    SELLER_BOT_TOKEN,
    PUBLIC_URL,
    ALERT_RATE,
    PAID_BROADCAST,
  } = set;
  const isLoopback =
    PUBLIC_URL !== undefined && /^http:\/\/(127\.0\.0\.1|localhost|\[::1\])[:/]?/.test(PUBLIC_URL);
  return [
    ...(DATABASE_URL && !SECRET_KEY
      ? ['SECRET_KEY: expected 32 bytes beside DATABASE_URL: openssl rand -base64 32']
      : []),
    ...(BUYER_BOT_TOKEN && BUYER_BOT_TOKEN === SELLER_BOT_TOKEN
      ? ['SELLER_BOT_TOKEN: expected another bot than BUYER_BOT_TOKEN']
      : []),
    ...(PUBLIC_URL && !PUBLIC_URL.startsWith('https:') && !isLoopback
      ? ['PUBLIC_URL: expected https, like https://shop.example.org']
      : []),
    ...((ALERT_RATE ?? 0) > 30 && !PAID_BROADCAST
      ? ['ALERT_RATE: expected at most 30 without PAID_BROADCAST=true']
      : []),
  ];
}

function configOf(set: Settings): Config {
  const isModelOn = set.OPENAI_API_KEY !== undefined || set.OPENAI_BASE_URL !== undefined;
  return {
    dataDir: set.DATA_DIR,
    databaseUrl: set.DATABASE_URL,
    redisUrl: set.REDIS_URL,
    bots: { buyer: set.BUYER_BOT_TOKEN, seller: set.SELLER_BOT_TOKEN },
    telegramRoot: withoutSlash(set.TELEGRAM_API_ROOT),
    publicUrl: set.PUBLIC_URL && withoutSlash(set.PUBLIC_URL),
    // Most local servers want no key; the client library does.
    model: isModelOn
      ? { apiKey: set.OPENAI_API_KEY ?? 'none', baseUrl: set.OPENAI_BASE_URL, name: set.OPENAI_MODEL }
      : undefined,
    http: { host: set.HOST, port: set.PORT, trustProxy: set.TRUST_PROXY },
    secretKey: set.SECRET_KEY,
    alerts: {
      rate: set.ALERT_RATE ?? (set.PAID_BROADCAST ? PAID_RATE : FREE_RATE),
      isPaid: set.PAID_BROADCAST,
    },
    locale: set.DEFAULT_LOCALE,
    logLevel: set.LOG_LEVEL,
    isDemo: !set.DATABASE_URL && !set.BUYER_BOT_TOKEN && !set.SELLER_BOT_TOKEN,
  };
}

const withoutSlash = (address: string): string => address.replace(/\/+$/, '');
