import type { Figures } from './figures.ts';

/** A promise that is not kept now, or will soon not be. The name is part of texts, metrics and stored rows. */
export type DangerName =
  | 'oversold'
  | 'events-wait'
  | 'messages-wait'
  | 'leases-lapsed'
  | 'work-waits'
  | 'pictures-wait'
  | 'jobs-failed'
  | 'events-parked'
  | 'conversations-lost';

export interface Danger {
  readonly name: DangerName;
  /** The figure beyond its limit: a count, or seconds. */
  readonly value: number;
}

/** Which figure each promise is judged by, and the most that is well. */
export const limits: Readonly<Record<DangerName, { readonly figure: keyof Figures; readonly most: number }>> =
  {
    oversold: { figure: 'oversoldProducts', most: 0 },
    // A turn takes milliseconds, and waits for a connection for a minute at the very most.
    'events-wait': { figure: 'oldestEventAge', most: 60 },
    // What a channel refuses is tried again within 5 s; longer than this it is away.
    'messages-wait': { figure: 'oldestMessageAge', most: 120 },
    // A sweep takes them every 15 s; a hundred at once are a dead process.
    'leases-lapsed': { figure: 'lapsedLeases', most: 100 },
    'work-waits': { figure: 'outboxAge', most: 120 },
    // A sweep moves them every 15 s; the store of pictures may be away for some minutes.
    'pictures-wait': { figure: 'pictureAge', most: 600 },
    'jobs-failed': { figure: 'failedJobs', most: 0 },
    'events-parked': { figure: 'parkedEvents', most: 0 },
    'conversations-lost': { figure: 'conversationsLost', most: 0 },
  };

/** The promises that these figures break, in the order of the list above. */
export function findDangers(figures: Figures): Danger[] {
  return names
    .map((name) => ({ name, value: figures[limits[name].figure] }))
    .filter(({ name, value }) => value > limits[name].most);
}

const names = Object.keys(limits).filter((name): name is DangerName => Object.hasOwn(limits, name));
