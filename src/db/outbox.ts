import type { Work } from './work.ts';

/** What a job works on: ids and small numbers, never words; whatever else it needs it looks up when it runs. */
export type Payload = Readonly<Record<string, string | number>>;

/** Records later work in the caller's transaction: it happens if and only if that commits, not before `dueAt`. */
export async function later(
  { tx, now }: Work,
  job: string,
  payload: Payload,
  dueAt: Date = now,
): Promise<void> {
  await tx.outbox.create({ data: { job, payload, dueAt, createdAt: now } });
  await tx.$executeRaw`SELECT pg_notify(${OUTBOX_CHANNEL}, '')`;
}

/** Whoever relays the outbox listens here: something was recorded. */
export const OUTBOX_CHANNEL = 'walnut_outbox';
