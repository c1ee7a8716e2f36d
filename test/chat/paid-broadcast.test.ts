import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { CAPTION_LIMIT } from '../../src/bots/telegram/outbound/render.ts';
import { html } from '../../src/chat/dsl/html.ts';
import type { Screen } from '../../src/chat/dsl/screen.ts';
import { type MediaId, newId } from '../../src/db/ids.ts';
import { openOutboundScene } from './outbound-scene.ts';

const m = newId<MediaId>();
const text = html`hi`;
const screens: readonly Screen[] = [
  { text },
  { text, photo: m },
  { text: html`${'x'.repeat(CAPTION_LIMIT + 1)}`, photo: m },
];

describe('paid broadcasting', () => {
  it.each([true, false])(
    'set to %s, is asked for on every send of an alert and on nothing else',
    async (paidBroadcast) => {
      await using scene = await openOutboundScene({ paidBroadcast });
      const [wang] = await scene.listeners(1);
      if (!wang) return;
      const flags = (): unknown[] =>
        scene.bots.buyer.calls().map(({ params }) => params.allow_paid_broadcast ?? false);
      for (const screen of screens)
        await scene.engine.sendNow(wang.id, randomUUID(), screen, async () => undefined);
      expect(flags().map(String)).toEqual(Array(4).fill(String(paidBroadcast)));
      for (const screen of screens) await scene.say(wang, screen);
      await scene.engine.idle();
      expect(flags().slice(4)).toEqual(Array(4).fill(false));
    },
  );
});
