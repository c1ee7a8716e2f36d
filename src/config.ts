import type { Locale } from './chat/dsl/event.ts';
import type { S3Options } from './db/blobs/s3.ts';
import { pictureRules, toPicturesConfig } from './picture-settings.ts';
import {
  DEFAULT_HOST,
  DEFAULT_PORT,
  expectation,
  FREE_RATE,
  type Given,
  isLoopback,
  isSetting,
  onOff,
  PAID_RATE,
  type SettingName,
  type SettingRule,
  type Settings,
  settings,
} from './settings.ts';

/** Everything that can be set, parsed once. What makes no sense together cannot be written down. */
export interface Config {
  readonly database: DatabaseConfig;
  readonly queues: { readonly is: 'postgres' } | { readonly is: 'redis'; readonly url: string };
  readonly bots: BotsConfig;
  /** Nothing: rules and templates do without. */
  readonly model?: ModelConfig | undefined;
  /** What texts by a model may cost a seller a day, in millionths of a yuan; undefined: no limit. */
  readonly writerBudgetMicros?: number | undefined;
  readonly http: HttpConfig;
  /** Alerts per second and bot, and whether Telegram is paid for more than its free 30. */
  readonly alerts: { readonly rate: number; readonly paid: boolean };
  /** Backups that are made by themselves, `keep` days of them; nothing: none are. */
  readonly backups?: { readonly folder: string; readonly keep: number } | undefined;
  /** Where pictures lie; nothing: in the database. */
  readonly pictures?: S3Options | undefined;
  readonly locale: Locale;
  readonly logLevel: Settings['LOG_LEVEL'];
  /** A village to look at, with made-up families: only on this machine, and never beside something real. */
  readonly isDemo: boolean;
}

/** `secretKey` is 32 bytes. The embedded database keeps one beside it where none is set; a server's must be set. */
export type DatabaseConfig =
  | {
      readonly is: 'embedded';
      readonly dataDir: string;
      readonly secretKey?: Uint8Array | undefined;
      /** Open what was sealed before the key was changed. */
      readonly otherSecretKeys?: readonly Uint8Array[] | undefined;
    }
  | {
      readonly is: 'server';
      /** May lead through a pooler. */
      readonly url: string;
      /** Leads to the server itself: for what needs a session of its own. */
      readonly directUrl: string;
      readonly secretKey: Uint8Array;
      readonly otherSecretKeys?: readonly Uint8Array[] | undefined;
    };

export interface BotsConfig {
  readonly buyer?: { readonly token: string; readonly paymentProviderToken?: string | undefined } | undefined;
  readonly seller?: { readonly token: string } | undefined;
  /** Where the Bot API is, without a slash at its end. */
  readonly apiRoot: string;
  readonly updates: { readonly is: 'polling' } | { readonly is: 'webhook'; readonly publicUrl: string };
}

/** An OpenAI-compatible server; without `baseURL` it is OpenAI's own. */
export interface ModelConfig {
  readonly apiKey: string;
  readonly baseURL?: string | undefined;
  readonly model: string;
  readonly transcribeModel?: string | undefined;
  /** Yuan for a million tokens; undefined: they count as free. */
  readonly prices?: { readonly in: number; readonly out: number } | undefined;
}

export interface HttpConfig {
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  /** Whether a proxy may say who the client is; or the addresses of those that may, as Fastify's option of that name. */
  readonly trustProxy: boolean | string;
  /** The origin under which people reach the pages, without a slash at its end; nothing: only this machine does. */
  readonly publicUrl?: string | undefined;
  /** Opens metrics and the operator's board; nothing: there are none. */
  readonly adminToken?: string | undefined;
  /** Where a process without the web answers for its health; nothing: nowhere. */
  readonly healthPort?: number | undefined;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** The settings are wrong. The message names each, what was expected and an example; never what was given. */
export class ConfigError extends Error {
  constructor(wrong: readonly string[]) {
    super(['These settings are wrong:', ...wrong, '.env.example explains every setting.'].join('\n'));
    this.name = 'ConfigError';
  }
}

/** Alerts per second where nothing is set: below the free limit, for replies need room too. */
const DEFAULT_RATE = 25;
/** Days of which backups are kept where nothing is set. */
const DEFAULT_KEEP = 7;

/** Parses settings; an empty one counts as not set. Throws a ConfigError that names all that are wrong. */
export function readConfig(env: Environment): Config {
  const given = readGiven(env);
  // Asked once: the code that zod writes for a schema would cost more than it saves.
  const parsed = settings.safeParse(given, { jitless: true });
  const unreadable = new Set(
    (parsed.error?.issues ?? []).map(({ path }) => String(path[0])).filter(isSetting),
  );
  const wrong = [...[...unreadable].map(expectation), ...findContradictions(given, unreadable)];
  if (!parsed.success || wrong.length > 0) throw new ConfigError(wrong.map((line) => `  ${line}`));
  return toConfig(parsed.data);
}

/** The settings of this process. The only place that reads its environment. */
export const configFromEnvironment = (): Config => readConfig(process.env);

function readGiven(env: Environment): Given {
  const trimmed = Object.entries(env).map(([name, value]) => [name, value?.trim()] as const);
  return Object.fromEntries(trimmed.filter(([name, value]) => isSetting(name) && value));
}

const isOn = (text: string | undefined): boolean => onOff.safeParse(text).data === true;

const MODEL_SERVER =
  'expected OPENAI_API_KEY or OPENAI_BASE_URL beside it, for without them no model is asked';

/** What is right by itself and wrong beside the others. */
function findContradictions(given: Given, unreadable: ReadonlySet<SettingName>): string[] {
  const { BUYER_BOT_TOKEN: buyer, SELLER_BOT_TOKEN: seller, OPENAI_MODEL, OPENAI_BASE_URL } = given;
  const isPaid = isOn(given.PAID_BROADCAST);
  const hasModel = Boolean(given.OPENAI_API_KEY ?? OPENAI_BASE_URL);
  const rules: readonly SettingRule[] = [
    [
      'SECRET_KEY',
      Boolean(given.DATABASE_URL) && !given.SECRET_KEY,
      `${expectation('SECRET_KEY')} (DATABASE_URL is set)`,
    ],
    [
      'OTHER_SECRET_KEYS',
      Boolean(given.OTHER_SECRET_KEYS) && !given.SECRET_KEY,
      expectation('OTHER_SECRET_KEYS'),
    ],
    [
      'SELLER_BOT_TOKEN',
      botId(seller) !== undefined && botId(seller) === botId(buyer),
      'SELLER_BOT_TOKEN: expected another bot than that of BUYER_BOT_TOKEN; @BotFather makes one with /newbot',
    ],
    [
      'DATABASE_DIRECT_URL',
      Boolean(given.DATABASE_DIRECT_URL) && !given.DATABASE_URL,
      expectation('DATABASE_DIRECT_URL'),
    ],
    ['ALERT_RATE', Number(given.ALERT_RATE) > FREE_RATE && !isPaid, expectation('ALERT_RATE')],
    [
      'OPENAI_MODEL',
      Boolean(OPENAI_BASE_URL) && !OPENAI_MODEL,
      `${expectation('OPENAI_MODEL')} (OPENAI_BASE_URL is set)`,
    ],
    ['OPENAI_MODEL', Boolean(OPENAI_MODEL) && !hasModel, `OPENAI_MODEL: ${MODEL_SERVER}`],
    [
      'OPENAI_TRANSCRIBE_MODEL',
      Boolean(given.OPENAI_TRANSCRIBE_MODEL) && !hasModel,
      `OPENAI_TRANSCRIBE_MODEL: ${MODEL_SERVER}`,
    ],
    ['OPENAI_PRICES', Boolean(given.OPENAI_PRICES) && !hasModel, `OPENAI_PRICES: ${MODEL_SERVER}`],
    ['WRITER_BUDGET', Boolean(given.WRITER_BUDGET) && !given.OPENAI_PRICES, expectation('WRITER_BUDGET')],
    [
      'PAYMENT_PROVIDER_TOKEN',
      Boolean(given.PAYMENT_PROVIDER_TOKEN) && !buyer,
      'PAYMENT_PROVIDER_TOKEN: expected BUYER_BOT_TOKEN beside it, for that bot takes the payments',
    ],
    ['BACKUP_DIR', Boolean(given.BACKUP_DIR && given.DATABASE_URL), expectation('BACKUP_DIR')],
    ['BACKUP_KEEP', Boolean(given.BACKUP_KEEP) && !given.BACKUP_DIR, expectation('BACKUP_KEEP')],
    [
      'HEALTH_PORT',
      given.HEALTH_PORT !== undefined && given.HEALTH_PORT === (given.PORT ?? String(DEFAULT_PORT)),
      expectation('HEALTH_PORT'),
    ],
    ...pictureRules(given),
    ['DEMO', isOn(given.DEMO) && !mayBeDemo(given), expectation('DEMO')],
  ];
  return rules.filter(([name, isWrong]) => isWrong && !unreadable.has(name)).map(([, , line]) => line);
}

type DemoSetting = 'DATABASE_URL' | 'BUYER_BOT_TOKEN' | 'SELLER_BOT_TOKEN' | 'PUBLIC_URL' | 'HOST';

/** Nothing of the demo is ever shown to people outside this machine, nor mixed with what is real. */
const mayBeDemo = (set: Pick<Partial<Settings>, DemoSetting>): boolean =>
  !set.DATABASE_URL &&
  !set.BUYER_BOT_TOKEN &&
  !set.SELLER_BOT_TOKEN &&
  !set.PUBLIC_URL &&
  isLoopback(set.HOST ?? DEFAULT_HOST);

/** A token begins with its bot's id; a bot may have had several tokens. */
const botId = (token: string | undefined): string | undefined => token?.split(':')[0];

function toConfig(set: Settings): Config {
  const { REDIS_URL, PAID_BROADCAST } = set;
  return {
    database: toDatabaseConfig(set),
    queues: REDIS_URL ? { is: 'redis', url: REDIS_URL } : { is: 'postgres' },
    bots: toBotsConfig(set),
    model: toModelConfig(set),
    writerBudgetMicros:
      set.WRITER_BUDGET === undefined ? undefined : Math.round(set.WRITER_BUDGET * 1_000_000),
    http: {
      host: set.HOST,
      port: set.PORT,
      trustProxy: set.TRUST_PROXY,
      publicUrl: set.PUBLIC_URL,
      adminToken: set.ADMIN_TOKEN,
      healthPort: set.HEALTH_PORT,
    },
    alerts: { rate: set.ALERT_RATE ?? (PAID_BROADCAST ? PAID_RATE : DEFAULT_RATE), paid: PAID_BROADCAST },
    backups: set.BACKUP_DIR ? { folder: set.BACKUP_DIR, keep: set.BACKUP_KEEP ?? DEFAULT_KEEP } : undefined,
    pictures: toPicturesConfig(set),
    locale: set.DEFAULT_LOCALE,
    logLevel: set.LOG_LEVEL,
    isDemo: set.DEMO ?? mayBeDemo(set),
  };
}

/** A server without a key was refused before. */
function toDatabaseConfig({
  DATABASE_URL: url,
  DATABASE_DIRECT_URL: directUrl,
  DATA_DIR: dataDir,
  SECRET_KEY: secretKey,
  OTHER_SECRET_KEYS: otherSecretKeys,
}: Settings): DatabaseConfig {
  return url && secretKey
    ? { is: 'server', url, directUrl: directUrl ?? url, secretKey, otherSecretKeys }
    : { is: 'embedded', dataDir, secretKey, otherSecretKeys };
}

function toBotsConfig(set: Settings): BotsConfig {
  const { BUYER_BOT_TOKEN: buyer, SELLER_BOT_TOKEN: seller, PUBLIC_URL: publicUrl } = set;
  return {
    buyer: buyer ? { token: buyer, paymentProviderToken: set.PAYMENT_PROVIDER_TOKEN } : undefined,
    seller: seller ? { token: seller } : undefined,
    apiRoot: set.TELEGRAM_API_ROOT,
    updates: publicUrl ? { is: 'webhook', publicUrl } : { is: 'polling' },
  };
}

/** A key or a server of one's own turns the model on. Local servers mostly want no key, but the client wants some word. */
function toModelConfig(set: Settings): ModelConfig | undefined {
  const { OPENAI_API_KEY: apiKey, OPENAI_BASE_URL: baseURL } = set;
  if (!apiKey && !baseURL) return undefined;
  const { OPENAI_MODEL: model = 'gpt-5-mini', OPENAI_TRANSCRIBE_MODEL: transcribeModel } = set;
  return { apiKey: apiKey ?? 'none', baseURL, model, transcribeModel, prices: set.OPENAI_PRICES };
}
