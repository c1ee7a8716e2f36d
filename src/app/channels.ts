import { webChannel } from '../bots/web/channel.ts';
import { createPushChannel } from '../bots/web/push/channel.ts';
import { createPushPost } from '../bots/web/push/post.ts';
import type { Channel } from '../chat/dsl/channel.ts';
import { sides } from '../chat/dsl/event.ts';
import type { PushKeys } from '../chat/store/push-keys.ts';
import type { Config } from '../config.ts';
import type { AppContext } from '../db/work.ts';
import type { Metrics } from '../http/admin/metrics.ts';

/** Both sides of the web, and the bots that have a token. */
export async function createChannels(
  config: Config,
  appContext: AppContext,
  pushKeys: PushKeys,
): Promise<Channel[]> {
  const subject = pushSubject(config.http.publicUrl);
  const push = { appContext, keys: pushKeys, subject, post: createPushPost() };
  return [
    ...sides.map((side) => webChannel(side, appContext)),
    ...sides.map((side) => createPushChannel({ side, ...push })),
    ...(hasBots(config) ? await telegramChannels(config, appContext) : []),
  ];
}

export const hasBots = ({ bots }: Config): boolean => Boolean(bots.buyer ?? bots.seller);

/** The libraries of bots are loaded only where there is one. */
async function telegramChannels(config: Config, appContext: AppContext): Promise<Channel[]> {
  const { createTelegramChannels } = await import('./telegram.ts');
  return createTelegramChannels(config, appContext);
}

/** Whom a push service may write to about us: our own address. */
const pushSubject = (publicUrl: string | undefined): string =>
  publicUrl?.startsWith('https:') ? publicUrl : 'mailto:walnut@localhost.invalid';

/** The same channels, each delivery counted by how it ended. */
export const counted = (channels: readonly Channel[], metrics: Metrics | undefined): Channel[] =>
  channels.map((channel) => ({
    ...channel,
    async deliver(message) {
      const result = await channel.deliver(message);
      metrics?.delivered(channel.name, result.is);
      return result;
    },
  }));
