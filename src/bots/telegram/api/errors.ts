import { GrammyError, HttpError } from 'grammy';
import { TelegramError } from 'telegraf';
import type { DeliveryResult } from '../../../chat/dsl/channel.ts';

/** Why Telegram could not be used. */
export type BotFaultCode = 'token' | 'unreachable' | 'file-gone' | 'file-too-large';

/** The error that bots throw on purpose: one line, without the token. `retry`: trying again later may work by itself. */
export class BotFault extends Error {
  readonly code: BotFaultCode;
  readonly retry: boolean;

  constructor(code: BotFaultCode, message: string) {
    super(message);
    this.name = 'BotFault';
    this.code = code;
    this.retry = code === 'unreachable';
  }
}

/** A failed call: Telegram refused, or did not answer. Never holds a URL, since URLs hold the token. */
export type ApiError =
  | {
      readonly is: 'answered';
      readonly code: number;
      readonly description: string;
      readonly retryAfterMs?: number | undefined;
      readonly migrateTo?: number | undefined;
    }
  /** `left`: Telegram may have received the request. */
  | { readonly is: 'unheard'; readonly left: boolean; readonly why: string };

interface Parameters {
  readonly retry_after?: number;
  readonly migrate_to_chat_id?: number;
}

/** Parses an error of grammY's or Telegraf's client. */
export function parseApiError(error: unknown): ApiError {
  if (error instanceof GrammyError) return answered(error.error_code, error.description, error.parameters);
  if (error instanceof TelegramError) return answered(error.code, error.description, error.parameters);
  return unheard(error instanceof HttpError ? error.error : error);
}

function answered(code: number, description: string, parameters: Parameters = {}): ApiError {
  const { retry_after, migrate_to_chat_id } = parameters;
  const retryAfterMs = retry_after === undefined ? undefined : retry_after * 1_000;
  return { is: 'answered', code, description, retryAfterMs, migrateTo: migrate_to_chat_id };
}

/** Nothing was sent when no connection came about. */
const NEVER_LEFT = new Set([
  ...['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH'],
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** What undici calls a connection that broke, and node ECONNRESET. */
const BROKEN = 'UND_ERR_SOCKET';

/** A gateway's page instead of JSON is an answer of its kind: "not now". */
function unheard(error: unknown): ApiError {
  const { code, type, message } = errorText(error);
  if (error instanceof SyntaxError || type === 'invalid-json')
    return answered(502, 'an answer that is not JSON');
  const isConnecting = /\bconnect E[A-Z]+/.test(message);
  const why =
    code || (/timed? ?out/i.test(message) ? 'timed out' : /abort/i.test(message) ? 'aborted' : 'lost');
  return { is: 'unheard', left: !NEVER_LEFT.has(code) && !isConnecting, why };
}

function errorText(error: unknown): { code: string; type: string; message: string } {
  if (!(error instanceof Error)) return { code: '', type: '', message: '' };
  const given = 'code' in error ? String(error.code) : '';
  const code = given === BROKEN ? 'ECONNRESET' : given;
  const type = 'type' in error ? String(error.type) : '';
  return { code, type, message: error.message };
}

/** For one line in the log. */
export const formatApiError = (apiError: ApiError): string =>
  apiError.is === 'answered' ? `${apiError.code} ${apiError.description}` : apiError.why;

/** Where Telegram does not say how long its limit holds. */
const LIMIT_MS = 2_000;
/** After a refused token: a setting has to be changed. */
const NO_TOKEN_MS = 60_000;

const GONE = /chat not found|PEER_ID_INVALID|user is deactivated|user not found/i;

/** Maps a failed send to a DeliveryResult. */
export function deliveryResult(apiError: ApiError): DeliveryResult {
  const why = formatApiError(apiError);
  if (apiError.is === 'unheard') return { is: 'unwell', why, mayHaveArrived: apiError.left };
  const { code, description, retryAfterMs, migrateTo } = apiError;
  if (migrateTo !== undefined) return { is: 'moved', address: String(migrateTo) };
  if (code === 403 || GONE.test(description)) return { is: 'gone' };
  if (code === 429) return { is: 'later', ms: retryAfterMs ?? LIMIT_MS };
  if (isTokenRefused(apiError)) return { is: 'unwell', why, mayHaveArrived: false, atLeastMs: NO_TOKEN_MS };
  if (code >= 500 || code === 409) return { is: 'unwell', why, mayHaveArrived: false };
  return { is: 'refused', why: description };
}

/** Telegram answers 401 to a token it does not know, and 404 to what does not look like one. */
export const isTokenRefused = (apiError: ApiError): boolean =>
  apiError.is === 'answered' && (apiError.code === 401 || apiError.code === 404);

/** Whether Telegram refused a call (400) with words like these. */
export const isRefusal = (apiError: ApiError, words: RegExp): boolean =>
  apiError.is === 'answered' && apiError.code === 400 && words.test(apiError.description);
