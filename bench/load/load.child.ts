// The load generator: people and Telegram in a process of their own. Its parent sends plans (plan.ts), it sends figures.
import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { type Arrived, startFakeTelegram } from './fake-telegram.ts';
import type { Measured, Move, Plan, Target } from './plan.ts';

/** An answer that takes longer counts as lost. */
const LOST_MS = 20_000;
const agent = new Agent({ keepAlive: true, maxSockets: 512 });
const newest = new Map<number, Arrived>();
const waiting = new Map<number, { answer: string; heard(): void }>();
let updates = 1_000;

const telegram = await startFakeTelegram((arrived) => {
  // A message that only takes keys away has no buttons.
  if (arrived.actions.length > 0) newest.set(arrived.chat, arrived);
  const waits = waiting.get(arrived.chat);
  if (!waits || !arrived.text.startsWith(waits.answer)) return;
  waiting.delete(arrived.chat);
  waits.heard();
});

process.on('message', (plan: Plan) => {
  void run(plan).then((measured) => process.send?.(measured));
});
process.on('disconnect', () => process.exit(0));
process.send?.(telegram.root);

async function run(plan: Plan): Promise<Measured> {
  const target = plan.target ?? (plan.token === undefined ? undefined : telegram.webhook(plan.token));
  if (!target) throw new Error('the bot has set no webhook');
  const took: number[] = [];
  const began = performance.now();
  const chats = Array.from({ length: plan.chats }, (_, i) => plan.firstChat + i);
  const live = async (chat: number): Promise<void> => {
    for (const move of plan.moves) took.push(await makeMove(target, chat, move, plan.answer ?? ''));
  };
  if (plan.perSecond) await paced(chats, 1_000 / plan.perSecond, live);
  else await pooled(chats, plan.atOnce ?? chats.length, live);
  return figures(took, performance.now() - began);
}

async function paced(chats: number[], everyMs: number, live: (chat: number) => Promise<void>) {
  const began = performance.now();
  await Promise.all(
    chats.map(async (chat, i) => {
      await pause(Math.max(0, began + i * everyMs - performance.now()));
      await live(chat);
    }),
  );
}

async function pooled(chats: number[], atOnce: number, live: (chat: number) => Promise<void>) {
  const left = chats.values();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const chat of left) await live(chat);
    }),
  );
}

/** Resolves with the milliseconds until the answer has come, or Infinity. */
async function makeMove(target: Target, chat: number, move: Move, answer: string): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<number>();
  const began = performance.now();
  const giveUp = setTimeout(() => {
    waiting.delete(chat);
    resolve(Number.POSITIVE_INFINITY);
  }, LOST_MS);
  waiting.set(chat, {
    answer,
    heard() {
      clearTimeout(giveUp);
      resolve(performance.now() - began);
    },
  });
  post(target, JSON.stringify(updateFor(chat, move)));
  return promise;
}

function updateFor(chat: number, move: Move): object {
  updates += 1;
  const from = { id: chat, is_bot: false, first_name: `P${chat}`, language_code: 'zh-hans' };
  const place = { id: chat, type: 'private', first_name: `P${chat}` };
  const date = Math.floor(Date.now() / 1_000);
  if ('say' in move) {
    const isCommand = move.say.startsWith('/');
    const entities = isCommand ? [{ type: 'bot_command', offset: 0, length: move.say.length }] : [];
    const message = { message_id: updates, date, chat: place, from, text: move.say, entities };
    return { update_id: updates, message };
  }
  const shown = newest.get(chat);
  const data = shown?.actions.find((action) => action.startsWith(move.tap)) ?? move.tap;
  const message = { message_id: shown?.message ?? 1, date, chat: place, text: shown?.text ?? '' };
  const query = { id: String(updates), from, chat_instance: '1', data, message };
  return { update_id: updates, callback_query: query };
}

function post({ url, secret }: Target, body: string): void {
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    ...(secret && { 'x-telegram-bot-api-secret-token': secret }),
  };
  request(url, { method: 'POST', agent, headers }, (response) => response.resume())
    .on('error', (error) => process.stderr.write(`${error.message}\n`))
    .end(body);
}

function figures(took: readonly number[], ms: number): Measured {
  const sorted = took.filter(Number.isFinite).toSorted((a, b) => a - b);
  const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
  return {
    ...{ answered: sorted.length, lost: took.length - sorted.length, ms },
    ...{ perSecond: (sorted.length / ms) * 1_000, p50: at(0.5), p99: at(0.99), longest: at(1) },
  };
}
