import type { Outage } from '../../async/outage.ts';
import { Fault } from '../fault.ts';

/** A store of files beside the database, each under a key and never changed. */
export interface Blobs {
  /** Where it is, for people: no secret is in it. */
  readonly place: string;
  put(key: string, bytes: Uint8Array, type: string): Promise<void>;
  /** Nothing where there is no such object. */
  get(key: string): Promise<Uint8Array | undefined>;
  /** What is not there is deleted already. */
  delete(key: string): Promise<void>;
  /** Every object of ours. */
  list(): AsyncIterable<BlobEntry>;
  /** An address at which a browser gets the object for some minutes; nothing where browsers do not reach the store. */
  sign(key: string): Promise<string | undefined>;
  close(): void;
}

export interface BlobEntry {
  readonly key: string;
  readonly storedAt: Date;
}

/** The store does not answer, refuses the login or has no such bucket. Nothing is lost: what is to go there waits. */
export class BlobsAway extends Fault {
  /** How long it has been so in this process. */
  readonly awayMs: number;

  constructor(message: string, awayMs: number, cause?: unknown) {
    super('blobs-away', message, { cause, retry: true });
    this.awayMs = awayMs;
  }
}

/** What was asked of a store that is away is refused for so long, and asked again after it. */
const REST_MS = 1_000;

/**
 * The store, asked once a second while it is away: whoever waits for a picture is told at once, and holds up nobody.
 * `explain` makes one line of what came back; `outage` hears of it.
 */
export function sparing(blobs: Blobs, explain: (error: unknown) => string, outage: Outage): Blobs {
  let away: { readonly since: number; until: number; readonly why: string } | undefined;

  const ask = async <T>(act: () => Promise<T>): Promise<T> => {
    const now = performance.now();
    if (away && now < away.until) throw new BlobsAway(away.why, now - away.since);
    // Others do not wait for this try.
    if (away) away.until = now + REST_MS;
    try {
      const result = await act();
      away = undefined;
      outage.end();
      return result;
    } catch (cause) {
      const failedAt = performance.now();
      away = { since: away?.since ?? failedAt, until: failedAt + REST_MS, why: explain(cause) };
      const fault = new BlobsAway(away.why, failedAt - away.since, cause);
      outage.begin(fault);
      throw fault;
    }
  };

  return {
    ...blobs,
    put: (key, bytes, type) => ask(() => blobs.put(key, bytes, type)),
    get: (key) => ask(() => blobs.get(key)),
    delete: (key) => ask(() => blobs.delete(key)),
  };
}
