import { expect, it } from 'vitest';
import { pauseAlerts, reserveSlots } from '../../src/chat/outbound/channels/rate.ts';
import { openOutboundScene } from './outbound-scene.ts';

it('alerts take of the rate of a bot only what its replies leave, in every process', async () => {
  await using scene = await openOutboundScene();
  const hasRoom = async (channel: string) =>
    (await reserveSlots(scene.appContext, channel, { count: 1, slotMs: 40, isShared: true })).is ===
    'reserved';
  expect(await hasRoom('telegram-buyer')).toBe(true);
  for (const one of await scene.listeners(60)) await scene.say(one, 'a reply');
  await scene.engine.idle();
  expect(await hasRoom('telegram-buyer')).toBe(false);
  expect(await hasRoom('telegram-seller')).toBe(true);
  await expect.poll(() => hasRoom('telegram-buyer'), { timeout: 5_000 }).toBe(true);
});

it('paid alerts leave replies their own rate, and a pause holds them in every process', async () => {
  await using scene = await openOutboundScene();
  const reserve = () =>
    reserveSlots(scene.appContext, 'telegram-buyer', { count: 10, slotMs: 1, isShared: false });
  for (const one of await scene.listeners(60)) await scene.say(one, 'a reply');
  await scene.engine.idle();
  expect((await reserve()).is).toBe('reserved');
  await pauseAlerts(scene.appContext, 'telegram-buyer', 2_000);
  const held = await reserve();
  expect(held.is === 'full' && held.waitMs).toBeGreaterThan(1_500);
});
