import type { Update } from 'grammy/types';
import { z } from 'zod';
import { badRequest, conflict } from '../failure.ts';
import { flag, integer, json, read, text } from '../fields.ts';
import type { UpdateKind } from '../updates.ts';
import type { MethodCall, Methods } from './method.ts';

/** Telegram holds a poll no longer than this. */
const LONGEST_POLL_S = 50;
const MOST_UPDATES = 100;
const MOST_CONNECTIONS = 100;
const USUAL_CONNECTIONS = 40;

/** Kinds that this server does not know are taken: it will never send them. */
const allowedUpdates = json(
  z.array(
    z.custom<UpdateKind>((value) => typeof value === 'string'),
    { error: "can't parse allowed_updates" },
  ),
  "can't parse allowed_updates JSON object",
).optional();

const TERMINATED = 'terminated by other getUpdates request; make sure that only one bot instance is running';

export const receiving: Methods = {
  async getUpdates(call) {
    const { account } = call;
    if (account.webhook.settings()) {
      throw conflict(
        "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
      );
    }
    const given = read(call.params, {
      offset: integer('wrong offset').default(0),
      limit: integer('wrong limit').default(MOST_UPDATES),
      timeout: integer('wrong timeout').default(0),
      allowed_updates: allowedUpdates,
    });
    account.endPoll(TERMINATED);
    if (given.allowed_updates) account.queue.allowed = given.allowed_updates;
    account.queue.confirm(given.offset);
    const seconds = Math.min(Math.max(given.timeout, 0), LONGEST_POLL_S);
    return waitForUpdates(call, Math.min(Math.max(given.limit, 1), MOST_UPDATES), seconds * 1_000);
  },

  setWebhook(call) {
    const given = read(call.params, {
      url: text('bad webhook: URL is not specified').default(''),
      secret_token: text('wrong secret_token').optional(),
      max_connections: integer('wrong max_connections').default(USUAL_CONNECTIONS),
      allowed_updates: allowedUpdates,
      drop_pending_updates: flag().default(false),
    });
    const { account } = call;
    const { url, secret_token: secret } = given;
    if (url !== '') checkWebhook(url, secret);
    if (given.allowed_updates) account.queue.allowed = given.allowed_updates;
    if (given.drop_pending_updates) account.queue.clear();
    account.endPoll('terminated by setWebhook request');
    const maxConnections = Math.min(Math.max(given.max_connections, 1), MOST_CONNECTIONS);
    account.webhook.set(url === '' ? undefined : { url, maxConnections, ...(secret && { secret }) });
    // Whatever waits is posted at once.
    account.queue.changes.fire();
    return true;
  },

  deleteWebhook({ account, params }) {
    const { drop_pending_updates } = read(params, { drop_pending_updates: flag().default(false) });
    account.webhook.set(undefined);
    if (drop_pending_updates) account.queue.clear();
    return true;
  },

  getWebhookInfo({ account }) {
    const settings = account.webhook.settings();
    const error = account.webhook.lastError();
    return {
      url: settings?.url ?? '',
      has_custom_certificate: false,
      pending_update_count: account.queue.waiting.length,
      ...(settings && { max_connections: settings.maxConnections, ip_address: '127.0.0.1' }),
      ...(error && { last_error_date: error.at, last_error_message: error.message }),
      ...(account.queue.allowed.length > 0 && { allowed_updates: [...account.queue.allowed] }),
    };
  },
};

function checkWebhook(url: string, secret = ''): void {
  if (!URL.canParse(url)) throw badRequest('bad webhook: invalid URL specified');
  const { protocol, hostname } = new URL(url);
  const isHere = ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
  if (protocol !== 'https:' && !isHere) {
    throw badRequest('bad webhook: An HTTPS URL must be provided for webhook');
  }
  if (secret.length > 256) throw badRequest('secret token is too long');
  if (!/^[\w-]*$/.test(secret)) throw badRequest('secret token contains unallowed characters');
}

/** What waits, or what comes first within the time of the poll. */
async function waitForUpdates(
  { account, signal }: MethodCall,
  limit: number,
  within: number,
): Promise<Update[]> {
  const { queue } = account;
  const ended = new AbortController();
  let why: string | undefined;
  const endThis = (reason: string): void => {
    why = reason;
    ended.abort();
  };
  account.endPoll = endThis;
  const look = () => (queue.waiting.length > 0 ? queue.waiting.slice(0, limit) : undefined);
  const found = await queue.changes.awaits(look, within, AbortSignal.any([signal, ended.signal]));
  if (account.endPoll === endThis) account.endPoll = () => {};
  if (why !== undefined) throw conflict(why);
  if (signal.aborted) return [];
  for (const one of found ?? []) one.wasDelivered = true;
  return (found ?? []).map(({ update }) => update);
}
