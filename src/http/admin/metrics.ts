import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { DeliveryResult } from '../../chat/dsl/channel.ts';
import type { Side } from '../../chat/dsl/event.ts';
import { type DangerName, findDangers, limits } from '../../health/dangers.ts';
import type { Figures } from '../../health/figures.ts';

/** What this process counts of itself, and how it is read. */
export interface Metrics {
  /** `act`: the kind of event and the first word of its route, of which there are as many as flows declare. */
  turnEnded(side: Side, act: string, ms: number): void;
  delivered(channel: string, end: DeliveryResult['is']): void;
  /** All of it in Prometheus' text format, with the shop's figures as they are now. */
  render(): Promise<string>;
  readonly contentType: string;
}

/** Seconds; a turn takes a few milliseconds, and one that takes 15 s is broken off. */
const TURN_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15];

/** `readFigures` is asked at each reading; while the database is away, `walnut_database_up` alone says so. */
export function createMetrics(readFigures: () => Promise<Figures>): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const turns = new Histogram({
    name: 'walnut_turn_seconds',
    help: 'How long handling one event took, waiting for its turn not counted.',
    labelNames: ['side', 'act'],
    buckets: TURN_SECONDS,
    registers,
  });
  const deliveries = new Counter({
    name: 'walnut_deliveries_total',
    help: 'Messages handed to a channel, by how it took them; "later" is a 429.',
    labelNames: ['channel', 'end'],
    registers,
  });
  const showFigures = createFigureGauges(registers);
  return {
    turnEnded: (side, act, ms) => turns.observe({ side, act }, ms / 1_000),
    delivered: (channel, end) => deliveries.inc({ channel, end }),
    contentType: registry.contentType,
    async render() {
      showFigures(await readFigures().catch(() => undefined));
      return registry.metrics();
    },
  };
}

/** What each figure is called outside, and what it is. */
const gauges: Readonly<Record<keyof Figures, readonly [name: string, help: string]>> = {
  oversoldProducts: ['walnut_oversold_products', 'Products of which more is reserved than there is.'],
  waitingEvents: ['walnut_waiting_events', 'Events that wait for their turn.'],
  oldestEventAge: ['walnut_oldest_event_seconds', 'How long the oldest event has waited.'],
  unsaidMessages: ['walnut_unsaid_messages', 'Messages that are due and not yet delivered.'],
  oldestMessageAge: ['walnut_oldest_message_seconds', 'How long the oldest message has been due.'],
  lapsedLeases: ['walnut_lapsed_leases', 'Messages left by a process that died or hangs.'],
  outboxWaiting: ['walnut_outbox_waiting', 'Recorded work that is due and not yet in a queue.'],
  outboxAge: ['walnut_outbox_seconds', 'How long the oldest recorded work has been due.'],
  alertsInProgress: ['walnut_alerts_in_progress', 'Alerts that are being sent.'],
  recipientsLeft: ['walnut_alert_recipients_left', 'Recipients who are still to hear of them.'],
  alertAge: ['walnut_alert_seconds', 'How long ago the oldest alert in progress was due.'],
  conversationsLost: [
    'walnut_conversations_lost',
    'Conversations of the last day that began anew, because no key opened where they stood.',
  ],
  parkedEvents: ['walnut_parked_events', 'Events that failed three times and were set aside.'],
  failedJobs: ['walnut_failed_jobs', 'Jobs that were given up after their last try.'],
  channelsInTrouble: ['walnut_channels_in_trouble', 'Channels that do not answer or refuse.'],
  pictureAge: [
    'walnut_oldest_picture_seconds',
    'How long the oldest picture has waited to go into the S3-compatible store, if there is one.',
  ],
  textsShown: ['walnut_texts_shown', 'Texts of the writer that sellers saw in the last 30 days.'],
  textsByModel: ['walnut_texts_by_model', 'Those that a model wrote; the rest are templates.'],
  textsUsed: ['walnut_texts_used', 'Those that sellers took: acceptance is used by shown.'],
  modelCostMicros: [
    'walnut_model_cost_micros',
    'What the model cost in the last 30 days, in millionths of a yuan.',
  ],
  databaseConnections: ['walnut_database_connections', "Connections of all of Walnut's processes."],
};

/** Makes the gauges, and answers what sets them; without figures they are taken away, for old ones would be untrue. */
function createFigureGauges(registers: Registry[]): (figures: Figures | undefined) => void {
  const up = new Gauge({ name: 'walnut_database_up', help: '1 while the database answers.', registers });
  const danger = new Gauge({
    name: 'walnut_danger',
    help: '1 where a promise is not kept.',
    labelNames: ['promise'],
    registers,
  });
  const each = entries(gauges).map(
    ([key, [name, help]]) => [key, new Gauge({ name, help, registers, labelNames: [] })] as const,
  );
  return (figures) => {
    up.set(figures ? 1 : 0);
    for (const [key, gauge] of each) {
      if (figures) gauge.set(figures[key]);
      else gauge.remove();
    }
    danger.reset();
    const broken = new Set<DangerName>(figures && findDangers(figures).map(({ name }) => name));
    for (const [name] of figures ? entries(limits) : [])
      danger.set({ promise: name }, broken.has(name) ? 1 : 0);
  };
}

/** `Object.entries` of a record whose keys are known. */
const entries = <K extends string, V>(record: Readonly<Record<K, V>>): (readonly [K, V])[] =>
  Object.entries(record) as [K, V][];
