import pino, { type Logger } from 'pino';
import { startBuyerBot } from '../../../src/bots/buyer.ts';
import { startSellerBot } from '../../../src/bots/seller.ts';
import type { InlineAnswer, InlineQueryInput } from '../../../src/bots/telegram/inbound/inline.ts';
import type { BotDeps, RunningBot } from '../../../src/bots/telegram/inbound/reception.ts';
import type { IncomingEvent } from '../../../src/chat/dsl/event.ts';

/** The engine's door, with a notebook behind it. Events with a key it knows are not written again, as the inbox does. */
export interface Recording {
  readonly batches: IncomingEvent[][];
  accept(batch: readonly IncomingEvent[]): Promise<void>;
  /** What was said, in the order it came. */
  texts(): string[];
}

export function recording(before: () => Promise<void> = async () => {}): Recording {
  const batches: IncomingEvent[][] = [];
  const known = new Set<string>();
  return {
    batches,
    async accept(batch) {
      await before();
      batches.push(batch.filter(({ channel, key }) => !known.has(channel + key)));
      for (const { channel, key } of batch) known.add(channel + key);
    },
    texts: () => batches.flat().map(({ body }) => (body.is === 'text' ? body.text : body.is)),
  };
}

export interface Diary {
  readonly log: Logger;
  readonly lines: string[];
}

/** A logger that keeps what it is told. */
export function diary(): Diary {
  const lines: string[] = [];
  return { log: pino({ level: 'info' }, { write: (line: string) => void lines.push(line) }), lines };
}

/** A bot's parts for a test: quick to try again, silent, with one command in its menu. */
export const partsFor = (
  given: Pick<BotDeps, 'token' | 'apiRoot' | 'engine'> & Partial<BotDeps>,
): BotDeps => ({
  setting: 'THE_BOT_TOKEN',
  commands: (locale) => [{ command: 'orders', description: locale === 'zh' ? '我的订单' : 'My orders' }],
  groupAnswer: (locale) =>
    locale === 'zh'
      ? { html: '我在这里', button: '打开小店' }
      : { html: 'Here I am', button: 'Open the shop' },
  locale: 'zh',
  now: () => new Date('2026-11-20T08:00:00Z'),
  log: pino({ level: 'silent' }),
  pauses: { firstMs: 5, longestMs: 40 },
  ...given,
});

/** Both bots: what is promised of one is promised of the other. */
export const bots: readonly (readonly [
  string,
  (
    parts: BotDeps,
    answerAsk?: (ask: InlineQueryInput) => Promise<readonly InlineAnswer[]>,
  ) => Promise<RunningBot>,
])[] = [
  [
    'the buyer bot (grammY)',
    (parts, answerAsk = async () => []) =>
      startBuyerBot({ ...parts, answerAsk, answerPay: async () => undefined }),
  ],
  ['the seller bot (Telegraf)', (parts) => startSellerBot(parts)],
];
