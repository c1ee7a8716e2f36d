import pino, { type Logger } from 'pino';
import { webChannel } from '../../src/bots/web/channel.ts';
import type { Channel, DeliveryResult, OutgoingMessage } from '../../src/chat/dsl/channel.ts';
import { plainText } from '../../src/chat/dsl/html.ts';
import { loadI18n } from '../../src/chat/dsl/i18n.ts';
import { createEngine, type Engine } from '../../src/chat/engine/engine.ts';
import { listenAt, openNotifyListener } from '../../src/chat/outbound/notify-listener.ts';
import type { Database } from '../../src/db/client/client.ts';
import type { AppContext, Clock } from '../../src/db/work.ts';
import { buyerFlows } from '../../src/flows/buyer/flows.ts';
import { sellerFlows } from '../../src/flows/seller/flows.ts';
import { type Jobs, startJobs } from '../../src/jobs/jobs.ts';
import { openQueues } from '../../src/jobs/queue/queues.ts';
import { createShop } from '../../src/shop/shop.ts';
import { createWriter } from '../../src/writer/writer.ts';
import { testDoors } from '../support/doors.ts';
import { testSeal } from '../support/village.ts';

/** A message as a phone got it. */
export interface Got {
  readonly address: string;
  readonly text: string;
  readonly labels: readonly string[];
  readonly taps: readonly string[];
  /** The message whose place it takes. */
  readonly edits: string | null;
  /** In milliseconds of the machine's clock. */
  readonly at: number;
}

/** The buyers' bot with all its phones: takes messages, and answers as the test wants. */
export class Phones implements Channel {
  readonly name = 'telegram-buyer';
  readonly can = { readsTable: false, buttons: true };
  readonly got: Got[] = [];
  readonly files = new Map<string, Uint8Array | Error>();
  answer: (message: OutgoingMessage) => DeliveryResult | Promise<DeliveryResult> = (one) => this.#sent(one);

  /** As new: nothing heard, every message taken. */
  reset(): void {
    this.got.length = 0;
    this.files.clear();
    this.answer = (one) => this.#sent(one);
  }

  #sent({ platformId }: OutgoingMessage): DeliveryResult {
    return { is: 'sent', platformId: platformId ?? String(this.got.length + 1) };
  }

  async deliver(message: OutgoingMessage): Promise<DeliveryResult> {
    const at = Date.now();
    const end = await this.answer(message);
    const { address, body } = message;
    const buttons = body.buttons.flat();
    if (end.is === 'sent' || (end.is === 'unwell' && end.mayHaveArrived))
      this.got.push({
        address,
        text: plainText(body.html),
        labels: buttons.map((button) => button.label),
        taps: buttons.flatMap((button) => ('tap' in button ? [button.tap] : [])),
        edits: message.platformId,
        at,
      });
    return end;
  }

  async fetchFile(id: string): Promise<Uint8Array> {
    const file = this.files.get(id);
    if (file instanceof Error) throw file;
    if (!file) throw Object.assign(new Error('gone'), { retry: false });
    return file;
  }
}

/** One process's engine and jobs, on a database that others may use too. */
export interface Stage extends AsyncDisposable {
  readonly jobs: Jobs;
  readonly engine: Engine;
}

export interface FrontParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly channel: Channel;
  /** Ways to reach people beside that channel and the web. */
  readonly more?: readonly Channel[];
  readonly log?: Logger;
}

interface Front {
  readonly appContext: AppContext;
  readonly channels: readonly Channel[];
  readonly engine: Engine;
}

export interface StageParts extends FrontParts {
  readonly databaseUrl: string;
  readonly redisUrl: string | undefined;
  /** Alerts a second. */
  readonly rate?: number;
}

/** What answers people, without the work behind it. */
export function openFront({ db, clock, channel, more = [], log }: FrontParts): Front {
  const appContext: AppContext = { db, cipher: testSeal, clock };
  const channels = [channel, webChannel('buyer', appContext), webChannel('seller', appContext), ...more];
  const engine = createEngine({
    entryLinks: testDoors,
    appContext,
    i18n: loadI18n('Asia/Shanghai'),
    channels,
    flows: { buyer: buyerFlows, seller: sellerFlows },
    shop: (context) => createShop(context),
    onParked: async () => undefined,
    locale: 'en',
    maxConcurrentTurns: 4,
    log: log ?? testLog(),
  });
  return { appContext, channels, engine };
}

const testLog = (): Logger => pino({ level: process.env.TEST_LOG ?? 'silent' });

export async function openStage(parts: StageParts): Promise<Stage> {
  const { databaseUrl, redisUrl, rate = 1_000, log = testLog() } = parts;
  const { appContext, channels, engine } = openFront({ ...parts, log });
  const wake = await openNotifyListener(listenAt(databaseUrl, log));
  const queues = await openQueues(databaseUrl, redisUrl, log);
  const writer = createWriter(undefined, () => undefined);
  const jobs = await startJobs({
    entryLinks: testDoors,
    appContext,
    engine,
    channels,
    writer,
    queues,
    listener: wake,
    alertRate: rate,
    log,
  });
  return {
    jobs,
    engine,
    async [Symbol.asyncDispose]() {
      await jobs.stop();
      await queues.stop();
      await wake.stop();
      await engine.stop();
    },
  };
}
