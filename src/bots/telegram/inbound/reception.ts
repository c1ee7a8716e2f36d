import type { Logger } from 'pino';
import type { ChannelName, IncomingEvent, Locale } from '../../../chat/dsl/event.ts';
import { locales } from '../../../chat/dsl/event.ts';
import { BotFault, formatApiError, isTokenRefused, parseApiError } from '../api/errors.ts';
import { type RetryDelays, type RetryOptions, refusedTokenMessage, retryUntilDone } from '../api/retry.ts';
import { decode } from './decode.ts';
import type { GroupAnswer } from './group.ts';
import { poll } from './polling.ts';
import type { AnyUpdate } from './update.ts';
import { createWebhook, type WebhookStatus } from './webhook.ts';

export interface Command {
  readonly command: string;
  readonly description: string;
}

/** What a bot is started with, whichever framework listens. */
export interface BotDeps {
  readonly token: string;
  /** The setting that holds the token, for messages about it. */
  readonly setting: string;
  /** Without a slash at its end. */
  readonly apiRoot: string;
  readonly engine: { accept(batch: readonly IncomingEvent[]): Promise<void> };
  /**
   * Set: Telegram posts updates there, with the secret (`A-Z a-z 0-9 _ -`, at most 256) in a header. Not set: we
   * poll.
   */
  readonly webhook?: { readonly url: string; readonly secret: string } | undefined;
  /** The menu in one language. */
  commands(locale: Locale): readonly Command[];
  groupAnswer(locale: Locale): GroupAnswer;
  /** For people whose language we do not know. */
  readonly locale: Locale;
  now(): Date;
  readonly log: Logger;
  readonly pauses?: RetryDelays;
}

export interface RunningBot {
  /** The bot's name without the @, for links; nothing until Telegram could be reached. */
  username(): string | undefined;
  /** Takes an update that was posted to the webhook, with the header `X-Telegram-Bot-Api-Secret-Token`; see Hook. */
  webhook(body: unknown, secret: string | undefined): Promise<WebhookStatus>;
  /**
   * Takes no more updates; resolves when what was taken is stored and confirmed. A webhook stays set: what comes
   * waits for us.
   */
  stop(): Promise<void>;
}

/** What a bot framework does for us; grammY and Telegraf both can. */
export interface Framework<Update extends AnyUpdate> {
  /** Asks who the bot is, and tells the framework. */
  getMe(signal: AbortSignal): Promise<string>;
  getUpdates(offset: number, waitSeconds: number, signal: AbortSignal): Promise<readonly Update[]>;
  setWebhook(webhook: { url: string; secret: string }, signal: AbortSignal): Promise<unknown>;
  deleteWebhook(signal: AbortSignal): Promise<unknown>;
  setCommands(
    commands: readonly Command[],
    language: Locale | undefined,
    signal: AbortSignal,
  ): Promise<unknown>;
  /** Answers an update that is no event: an inline or payment query, a mention in a group. */
  answer(update: Update): Promise<void>;
  /** Resolves when the answers on their way have ended. */
  idle(): Promise<void>;
}

/** How long a start waits for Telegram; it is then tried again in the background. */
const FIRST_TRY_MS = 5_000;
const CALL_MS = 20_000;
const PAUSES: RetryDelays = { firstMs: 1_000, longestMs: 30_000 };

/** Starts to take updates as events of `channel`. Throws a BotFault when Telegram refuses the token. */
export async function startReception<Update extends AnyUpdate>(
  channel: ChannelName,
  framework: Framework<Update>,
  deps: BotDeps,
): Promise<RunningBot> {
  const { engine, webhook, log, setting, pauses = PAUSES } = deps;
  const stopper = new AbortController();
  const retryOptions: RetryOptions = { pauses, stopping: stopper.signal, log, setting };
  const accept = (batch: readonly IncomingEvent[]) => engine.accept(batch);
  let username: string | undefined;

  const prepare = async (withinMs: number): Promise<true> => {
    const signal = AbortSignal.any([stopper.signal, AbortSignal.timeout(withinMs)]);
    const name = await framework.getMe(signal);
    await (webhook ? framework.setWebhook(webhook, signal) : framework.deleteWebhook(signal));
    await setMenus(framework, deps, signal);
    username = name;
    return true;
  };

  const getUpdates = (offset: number, waitSeconds: number, signal: AbortSignal) =>
    framework.getUpdates(offset, waitSeconds, signal);

  /** An update that cannot be read is logged and left out: it must not hold up the others for ever. */
  const take = async (update: Update): Promise<IncomingEvent | undefined> => {
    try {
      const event = decode(channel, update, deps.now());
      if (!event) await framework.answer(update);
      return event;
    } catch (error) {
      log.error({ setting, update: update.update_id }, `an update could not be read: ${String(error)}`);
      return undefined;
    }
  };

  const hook = webhook && createWebhook({ secret: webhook.secret, take, accept, log });

  const work = async (isReady: boolean): Promise<void> => {
    if (!isReady) await retryUntilDone(() => prepare(CALL_MS), retryOptions);
    if (!webhook) await poll({ getUpdates, take, accept, retryOptions });
  };

  const running = work(await firstTry(() => prepare(FIRST_TRY_MS), deps));

  return {
    username: () => username,
    webhook: async (body, secret) =>
      hook && username !== undefined && !stopper.signal.aborted ? hook.post(body, secret) : 503,
    async stop() {
      stopper.abort();
      await running;
      await hook?.idle();
      await framework.idle();
    },
  };
}

async function firstTry(prepare: () => Promise<true>, { setting, log }: BotDeps): Promise<boolean> {
  try {
    return await prepare();
  } catch (error) {
    const apiError = parseApiError(error);
    if (isTokenRefused(apiError)) throw new BotFault('token', refusedTokenMessage(setting));
    log.warn({ setting }, `Telegram cannot be used yet, the bot goes on trying: ${formatApiError(apiError)}`);
    return false;
  }
}

/** Sets the command menu in both languages, and in the village's for all others. A failure is only logged. */
async function setMenus<Update extends AnyUpdate>(
  framework: Framework<Update>,
  { commands, locale, log, setting }: BotDeps,
  signal: AbortSignal,
): Promise<void> {
  try {
    await framework.setCommands(commands(locale), undefined, signal);
    for (const language of locales) await framework.setCommands(commands(language), language, signal);
  } catch (error) {
    log.warn({ setting }, `the menu of commands could not be set: ${formatApiError(parseApiError(error))}`);
  }
}
