import { Redis } from 'ioredis';
import type { Logger } from 'pino';
import { createOutageLog } from '../../async/outage.ts';
import { jittered } from '../../async/persist.ts';
import type { Note, Wake } from './wake.ts';

/** Notifications by Redis: this process passes on what its own transactions notify, and hears what all of them do. */
export interface RedisWake extends Wake {
  publish(notes: readonly Note[]): void;
  stop(): Promise<void>;
}

const FIRST_MS = 100;
const MOST_MS = 5_000;
const ANSWER_MS = 5_000;

/** Says that notifications were lost. */
const MISSED = 'missed';

/**
 * Pub/sub on the server that `url` names; of a cluster any node passes a message on to all. `name` is the village's own.
 * What could not be published while Redis was away is made good: everybody is told to look.
 */
export function openRedisWake(url: string, name: string, log: Logger): RedisWake {
  const channel = `${name}:wake`;
  const outage = createOutageLog(log, 'notifications wait for Redis', 'notifications go on');
  const connect = (): Redis => {
    const redis = new Redis(url, {
      ...{ lazyConnect: true, enableOfflineQueue: false, maxRetriesPerRequest: 0 },
      ...{ connectTimeout: ANSWER_MS, commandTimeout: ANSWER_MS },
      // Subscribing again is ours: what came meanwhile has to be looked for.
      autoResubscribe: false,
      retryStrategy: (times) => jittered(Math.min(FIRST_MS * 2 ** times, MOST_MS)),
    });
    redis.on('error', outage.begin);
    return redis;
  };
  const [publisher, subscriber] = [connect(), connect()];
  let hasMissed = false;

  const send = async (message: string): Promise<void> => {
    try {
      await publisher.publish(channel, message);
    } catch (error) {
      hasMissed = true;
      outage.begin(error);
    }
  };
  publisher.on('ready', () => {
    if (!hasMissed) return;
    hasMissed = false;
    void send(MISSED);
  });
  const opening = publisher.connect().catch(outage.begin);

  return {
    publish(notes) {
      void opening.then(() => send(JSON.stringify(notes)));
    },
    async listen({ onNote, onMissed }) {
      subscriber.on('message', (_channel, message) => {
        if (message === MISSED) onMissed();
        else for (const note of readNotes(message)) onNote(note);
      });
      await subscriber.connect();
      await subscriber.subscribe(channel);
      subscriber.on('ready', () => {
        subscriber.subscribe(channel).then(() => {
          outage.end();
          onMissed();
        }, outage.begin);
      });
      return { stop: async () => subscriber.disconnect() };
    },
    async stop() {
      await opening;
      subscriber.disconnect();
      await publisher.quit().catch(() => publisher.disconnect());
    },
  };
}

/** Only `publish` writes to the channel. */
const readNotes = (message: string): readonly Note[] => JSON.parse(message) as readonly Note[];
