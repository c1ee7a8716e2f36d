import { createTelegramChannel } from '../../src/bots/telegram/outbound/channel.ts';
import type { Channel } from '../../src/chat/dsl/channel.ts';
import { FREE_RATE } from '../../src/settings.ts';

/** The buyers' bot at a Bot API, without pictures. */
export const buyersBot = (apiRoot: string, rate: number): Channel =>
  createTelegramChannel({
    ...{ name: 'telegram-buyer', token: '7000001:bench-bench-bench-bench', apiRoot },
    pictures: noPictures,
    readFile: async () => undefined,
    paidBroadcast: rate > FREE_RATE,
  });

const noPictures = {
  fileId: async () => undefined,
  remember: async () => undefined,
  forget: async () => undefined,
  bytes: async () => undefined,
  isComing: async () => false,
};
