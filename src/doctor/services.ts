import { lookup } from 'node:dns/promises';
import { BlockList, isIPv6 } from 'node:net';
import { fetchIdentity } from '../bots/telegram/api/identity.ts';
import type { BotsConfig, Config } from '../config.ts';
import { checkRedis } from '../jobs/queue/redis.ts';
import { isLoopback } from '../settings.ts';
import { createWriter } from '../writer/writer.ts';
import type { Result } from './finding.ts';

export async function checkQueues(queues: Config['queues']): Promise<Result> {
  if (queues.is === 'postgres') return { is: 'fine', said: 'on PostgreSQL, for REDIS_URL is not set' };
  const checked = await checkRedis(queues.url);
  if (checked.is === 'wrong') return { ...checked, said: `Redis: ${checked.said}` };
  const kind = checked.isCluster ? 'Redis Cluster' : 'Redis';
  return { is: 'fine', said: `${kind} ${checked.version}, noeviction` };
}

const NEW_TOKEN = 'send /mybots to @BotFather, choose the bot and then "API Token"; /newbot makes a new one';

export async function checkBot(side: 'buyer' | 'seller', bots: BotsConfig): Promise<Result> {
  const setting = `${side.toUpperCase()}_BOT_TOKEN`;
  const token = bots[side]?.token;
  if (token === undefined) return { is: 'off', said: `${setting} is not set` };
  const identity = await fetchIdentity(token, bots.apiRoot);
  switch (identity.is) {
    case 'known':
      return { is: 'fine', said: `@${identity.username}`, todo: inlineAdvice(side, identity.isInlineOn) };
    case 'refused':
      return { is: 'wrong', said: `Telegram does not know the token in ${setting}`, todo: NEW_TOKEN };
    case 'unheard': {
      const todo = `check that this machine reaches ${new URL(bots.apiRoot).origin}, or set TELEGRAM_API_ROOT`;
      return { is: 'wrong', said: `no word from Telegram (${identity.why})`, todo };
    }
    default:
      return identity satisfies never;
  }
}

/** Only buyers look for goods from other chats. */
const inlineAdvice = (side: 'buyer' | 'seller', isInlineOn: boolean): string | undefined =>
  side === 'seller' || isInlineOn
    ? undefined
    : 'to let people find goods from other chats: /setinline at @BotFather';

/** The ports that Telegram posts to (Bot API, setWebhook). */
const WEBHOOK_PORTS = ['', '443', '80', '88', '8443'];

/** Whether Telegram could post to PUBLIC_URL, as far as can be told from here. */
export async function checkPublicUrl(bots: BotsConfig): Promise<Result> {
  if (bots.updates.is === 'polling')
    return {
      is: 'off',
      said:
        (bots.buyer ?? bots.seller)
          ? 'PUBLIC_URL is not set: bots ask Telegram for news'
          : 'PUBLIC_URL is not set: only this machine and its own network open the web chat',
    };
  const { hostname, port, origin } = new URL(bots.updates.publicUrl);
  const isForTelegram =
    (bots.buyer ?? bots.seller) !== undefined && !isLoopback(new URL(bots.apiRoot).hostname);
  if (isForTelegram && !WEBHOOK_PORTS.includes(port))
    return wrong(`Telegram does not post to port ${port}`, 'use port 443, 80, 88 or 8443 in PUBLIC_URL');
  const addresses = await lookup(hostname.replace(/^\[|\]$/g, ''), { all: true }).catch(() => []);
  if (addresses.length === 0)
    return wrong(`nobody knows the name ${hostname}`, 'check PUBLIC_URL and its DNS entry');
  if (isForTelegram && addresses.every(({ address }) => isPrivate(address)))
    return wrong(
      `${hostname} is an address that only your own network knows`,
      'set PUBLIC_URL to a public one, or take it out',
    );
  return { is: 'fine', said: origin };
}

/** What a browser needs to be told while the page is closed. */
export function checkPush({ publicUrl }: Config['http']): Result {
  const todo = 'set PUBLIC_URL to the https address under which people open the page';
  if (publicUrl === undefined)
    return {
      is: 'off',
      said: 'PUBLIC_URL is not set: browsers take no alerts but on this very machine',
      todo,
    };
  if (!publicUrl.startsWith('https:') && !isLoopback(new URL(publicUrl).hostname))
    return { is: 'off', said: 'PUBLIC_URL is not https: Chrome and others take no alerts from it', todo };
  return {
    is: 'fine',
    said: 'browsers are told also when the page is closed; their services are reached by https',
  };
}

const wrong = (said: string, todo: string): Result => ({ is: 'wrong', said, todo });

const ownNetworks = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const)
  ownNetworks.addSubnet(net, bits);
for (const [net, bits] of [
  ['::', 127],
  ['fc00::', 7],
  ['fe80::', 10],
] as const)
  ownNetworks.addSubnet(net, bits, 'ipv6');

const isPrivate = (address: string): boolean => ownNetworks.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');

/** How a server was made to answer with a draft. */
const inWords = {
  json_schema: 'writes drafts (json_schema)',
  json_object: 'writes drafts (json_object, for it knows no json_schema)',
  text: 'writes drafts (plain text with JSON in it, for it knows neither json_schema nor json_object)',
} as const;

export async function checkModel(model: Config['model']): Promise<Result> {
  const checked = await createWriter(model, () => {}).check();
  if (checked.is === 'off')
    return { is: 'off', said: 'OPENAI_API_KEY is not set: rules and templates do without' };
  if (checked.is === 'wrong') return checked;
  const name = model?.baseURL ? `${model.model} at ${new URL(model.baseURL).origin}` : (model?.model ?? '');
  const sight = checked.sees ? 'sees photos' : 'sees no photos: sellers name their goods themselves';
  return { is: 'fine', said: `${name}, ${inWords[checked.mode]}, ${sight}` };
}
