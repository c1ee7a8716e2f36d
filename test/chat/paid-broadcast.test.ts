import { describe, expect, it } from 'vitest';
import { CAPTION_LIMIT } from '../../src/bots/telegram/outbound/render.ts';
import { html } from '../../src/chat/dsl/html.ts';
import type { Screen } from '../../src/chat/dsl/screen.ts';
import { type MediaId, newId } from '../../src/db/ids.ts';
import { type Listener, type OutboundScene, openOutboundScene } from './outbound-scene.ts';

const m = newId<MediaId>();
const text = html`hi`;
const screens: readonly Screen[] = [
  { text },
  { text, photo: m },
  { text: html`${'x'.repeat(CAPTION_LIMIT + 1)}`, photo: m },
];

async function sendAlert({ engine, channels }: OutboundScene, { chat, id }: Listener, screen: Screen) {
  const content = engine.direct.compose(channels.buyer, 'en', screen);
  await engine.direct.deliver(channels.buyer, { chatId: id, address: String(chat.id) }, content);
}

describe('paid broadcasting', () => {
  it.each([true, false])(
    'set to %s, is asked for on every send of an alert and on nothing else',
    async (paidBroadcast) => {
      await using scene = await openOutboundScene({ paidBroadcast });
      const [wang] = await scene.listeners(1);
      if (!wang) return;
      const flags = (): unknown[] =>
        scene.bots.buyer.calls().map(({ params }) => params.allow_paid_broadcast ?? false);
      for (const screen of screens) await sendAlert(scene, wang, screen);
      expect(flags().map(String)).toEqual(Array(4).fill(String(paidBroadcast)));
      for (const screen of screens) await scene.say(wang, screen);
      await scene.engine.idle();
      expect(flags().slice(4)).toEqual(Array(4).fill(false));
    },
  );
});
