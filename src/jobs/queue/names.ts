import type { Channel } from '../../chat/dsl/channel.ts';

/** Quick jobs, most of them the database's. */
export const QUICK = 'later';
/** Jobs that wait for other servers, or draw. */
export const SLOW = 'slow';

/** The queue of a channel that alerts are sent on at a rate. */
export const alertQueue = (channel: string): string => `alerts-${channel}`;

/** Every queue there is with these channels. The names stand in Redis or PostgreSQL. */
export const queueNames = (channels: readonly Channel[]): string[] => [
  QUICK,
  SLOW,
  ...channels.filter(({ can }) => !can.readsTable).map(({ name }) => alertQueue(name)),
];
