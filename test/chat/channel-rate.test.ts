import { expect, it } from 'vitest';
import { takeRoom } from '../../src/chat/outbound/channel-rate.ts';
import { openOutboundScene } from './outbound-scene.ts';

it('alerts take of the rate of a bot only what its replies leave, in every process', async () => {
  await using scene = await openOutboundScene();
  const hasRoom = (channel: string) => takeRoom(scene.appContext, channel, 3);
  expect(await hasRoom('telegram-buyer')).toBe(true);
  for (const one of await scene.listeners(60)) await scene.say(one, 'a reply');
  await scene.engine.idle();
  expect(await hasRoom('telegram-buyer')).toBe(false);
  expect(await hasRoom('telegram-seller')).toBe(true);
  await expect.poll(() => hasRoom('telegram-buyer'), { timeout: 5_000 }).toBe(true);
});
