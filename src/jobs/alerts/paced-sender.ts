import { setTimeout as pause } from 'node:timers/promises';
import { createBoundedTasks } from '../../async/bounded.ts';
import { waitAtMost } from '../../async/timeout.ts';
import type { Channel, DeliveryResult } from '../../chat/dsl/channel.ts';
import { pauseAlerts } from '../../chat/outbound/channels/rate.ts';
import { logFault } from '../../db/client/away.ts';
import type { AlertId } from '../../db/ids.ts';
import { createClaims } from './claims.ts';
import { AGAIN_MS, batchSize, resultsTogetherMs } from './pace.ts';
import { createReleases } from './releases.ts';
import { createResults } from './results.ts';
import { type ReadyRecipient, withCompanions } from './screens.ts';
import type { ChannelSender, SenderDeps } from './sender.ts';
import { type Slot, takeSlots } from './slots.ts';

/** Concurrent requests: enough for a slow line at the rate, bounded for a dead one. */
const maxConcurrent = (rate: number): number => Math.max(120, 4 * rate);
/** How often an unwell channel, a database that is away or a full rate is looked at again. */
const LOOK_MS = 500;
/** Replies that are under way go before the next slots, so long at most: on a busy machine the rate is not reached. */
const BEHIND_REPLIES_MS = 250;
/** A message waits for them within its slot, and leaves so long before the slot's end in any case. */
const SPARE_MS = 10;
/** How long a stop waits for running requests. */
const LAND_MS = 20_000;

/**
 * Sends at the channel's rate. The next recipients are claimed, and the next slots of the rate reserved, before their
 * time comes. Several processes may send: a recipient is claimed by one, and a slot is given once.
 */
export function createPacedSender(deps: SenderDeps, channel: Channel, rate: number): ChannelSender {
  const { appContext, engine, log } = deps;
  const take = batchSize(rate);
  const claims = createClaims(deps, channel, (alertId, ms) => releases.later(alertId, ms));
  const results = createResults(deps, channel, resultsTogetherMs(rate));
  const inFlight = createBoundedTasks(maxConcurrent(rate));
  const stopping = new AbortController();
  const ready: ReadyRecipient[] = [];
  let claiming: Promise<void> | undefined;
  let running: Promise<void> | undefined;
  let pausedUntil = 0;

  const start = (alertId: AlertId): void => {
    claims.add(alertId);
    if (!stopping.signal.aborted) running ??= run().finally(ended);
  };
  const releases = createReleases(deps, start);

  /** An alert may have come while the last run was ending. */
  const ended = (): void => {
    running = undefined;
    if (!stopping.signal.aborted && claims.hasAny()) running = run().finally(ended);
  };

  const sleep = (ms: number): Promise<void> =>
    pause(ms, undefined, { signal: stopping.signal }).catch(() => undefined);

  /** Claims the next batch, one at a time. */
  const claimMore = (): Promise<void> => {
    claiming ??= claims
      .next(take)
      .then((batch) => void ready.push(...batch))
      .finally(() => {
        claiming = undefined;
      });
    return claiming;
  };

  const claimAhead = (): void => {
    if (ready.length < take && claims.hasAny())
      claimMore().catch((error: unknown) => logFault(log, error, 'recipients could not be claimed'));
  };

  const giveBack = async (): Promise<void> => {
    await claiming?.catch(() => undefined);
    await claims.giveBack(ready.splice(0));
  };

  const run = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      try {
        if (ready.length === 0) await claimMore();
        if (ready.length === 0) return;
        const waitMs = await sendSome();
        if (waitMs > 0) await sleep(waitMs);
      } catch (error) {
        logFault(log, error, 'alerts could not be sent');
        await sleep(LOOK_MS);
      }
    }
  };

  /** Sends until the rate or the recipients are used up; answers how long to wait. */
  const sendSome = async (): Promise<number> => {
    const allowed = await engine.direct.leave(channel, ready.length);
    const pausedMs = pausedUntil - performance.now();
    if (allowed === 0 || pausedMs > 0) {
      await giveBack();
      return Math.max(LOOK_MS, pausedMs);
    }
    let slots = await reserve(allowed);
    while (typeof slots !== 'number' && slots.length > 0) slots = await fill(slots, allowed);
    return typeof slots === 'number' ? Math.min(slots, LOOK_MS) : 0;
  };

  /** Sends one message in each slot. Answers the next slots, reserved before these are used up. */
  const fill = async (slots: readonly Slot[], allowed: number): Promise<readonly Slot[] | number> => {
    let next: Promise<readonly Slot[] | number> | undefined;
    for (const [i, { from, until }] of slots.entries()) {
      await sleepUntil(from);
      await engine.direct.letRepliesPass(until - SPARE_MS - performance.now());
      if (stopping.signal.aborted || performance.now() < pausedUntil) break;
      claimAhead();
      // Nobody is probed with more than one message; with fewer recipients than a batch this was the last of them.
      const left = allowed > 1 ? ready.length - (slots.length - i) : 0;
      if (i === slots.length >> 1 && left > 0) next = reserveAhead(left);
      if (performance.now() > until) continue;
      const recipient = ready.shift();
      if (recipient) await inFlight.add(() => send(recipient));
    }
    return (await next) ?? [];
  };

  const reserve = async (count: number): Promise<readonly Slot[] | number> => {
    await engine.direct.letRepliesPass(BEHIND_REPLIES_MS);
    return takeSlots(appContext, channel.name, rate, count);
  };

  /** A failure is thrown where the slots are awaited, which may be never. */
  const reserveAhead = (count: number): Promise<readonly Slot[] | number> => {
    const slots = reserve(count);
    slots.catch(() => undefined);
    return slots;
  };

  const sleepUntil = async (time: number): Promise<void> => {
    const ms = time - performance.now();
    if (ms > 0) await sleep(ms);
  };

  const send = async (recipient: ReadyRecipient): Promise<void> => {
    const { alertId, chatId, content } = recipient;
    try {
      const to = { ...recipient, replaced: recipient.shared?.replaced };
      const end = await engine.direct.deliver(channel, to, content);
      if (end.is === 'later' && !end.ofChat) await holdAll(end.ms);
      await results.add({ recipient, end });
      deps.held.remove(withCompanions(recipient));
      for (const { alertId } of withCompanions(recipient)) await afterwards(alertId, end);
      if (end.is === 'refused' || end.is === 'unwell')
        log.warn({ chat: chatId, alert: alertId, why: end.why }, `an alert: ${end.is}`);
    } catch (error) {
      logFault(log, error, 'an alert could not be sent', { chat: chatId, alert: alertId });
    } finally {
      deps.held.remove(withCompanions(recipient));
    }
  };

  const holdAll = async (ms: number): Promise<void> => {
    pausedUntil = Math.max(pausedUntil, performance.now() + ms);
    await pauseAlerts(appContext, channel.name, ms);
  };

  const afterwards = async (alertId: AlertId, end: DeliveryResult): Promise<void> => {
    if (end.is === 'unwell' || (end.is === 'later' && end.ofChat)) releases.later(alertId, AGAIN_MS);
    else if (end.is === 'later' || end.is === 'moved') start(alertId);
    else await claims.closeIfDone(alertId);
  };

  return {
    start,
    isIdle: () => !running && inFlight.isEmpty() && releases.isIdle(),
    async stop() {
      stopping.abort();
      releases.stop();
      await running;
      await giveBack().catch((error: unknown) => logFault(log, error, 'a batch was not given back'));
      // While the database is away, results cannot be recorded: the wait is limited.
      await waitAtMost(LAND_MS, inFlight.drain());
    },
  };
}
