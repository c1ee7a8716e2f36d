import { tap } from '../../../chat/dsl/action.ts';
import { type Button, type Screen, say, type Text } from '../../../chat/dsl/screen.ts';
import type { DigestLine } from '../../../shop/notifications/digest-lines.ts';
import type { Shop } from '../../../shop/shop.ts';
import type { StreamCard } from '../../../shop/streams/cards.ts';
import { streamSeller, whenText } from '../streams/stream-text.ts';
import { priceValue, productName, productSeller } from '../values.ts';
import { remindersButton } from './daily-screens.ts';

/** How many lines have a button. */
const BUTTONS = 5;

interface Line {
  readonly text: Text;
  readonly button: Button;
}

/** What could not be said when it happened, a line each, from the data of now; undefined where none is true any more. */
export async function digestScreen(shop: Shop, lines: readonly DigestLine[]): Promise<Screen | undefined> {
  const timeZone = await shop.sellers.timeZone();
  const shown = new Map<string, Line>();
  for (const line of lines) {
    const entry = await digestLine(shop, line, timeZone);
    // Several alerts of one stream are one line, which says how it stands now.
    if (entry) shown.set(line.targetId, entry);
  }
  if (shown.size === 0) return undefined;
  const all = [...shown.values()];
  return {
    text: [say('digest-title'), ...all.map(({ text }) => text)],
    buttons: [...all.slice(0, BUTTONS).map(({ button }) => [button]), [remindersButton]],
    fresh: true,
  };
}

async function digestLine(shop: Shop, line: DigestLine, timeZone: string): Promise<Line | undefined> {
  if (line.kind === 'stream-item') return undefined;
  if (line.kind === 'wish') {
    const product = await shop.catalogue.byId(line.targetId);
    if (product?.status !== 'on-sale' || product.available === 0) return undefined;
    const values = {
      title: productName(product),
      seller: productSeller(product),
      price: priceValue(product),
    };
    const open = tap('product/:product', { product: product.id });
    return {
      text: say('digest-product', values),
      button: { label: say('digest-button', { name: values.title }), tap: open },
    };
  }
  const stream = await shop.streams.byId(line.targetId);
  const text = stream && streamLine(stream, timeZone);
  if (!stream || !text) return undefined;
  const open = tap('stream/:stream', { stream: stream.id });
  return { text, button: { label: say('digest-button', { name: streamSeller(stream) }), tap: open } };
}

function streamLine(stream: StreamCard, timeZone: string): Text | undefined {
  const values = { seller: streamSeller(stream), title: stream.title };
  switch (stream.state) {
    case 'live':
    case 'interrupted':
      return say('digest-on', values);
    case 'ended':
      return say('digest-was-on', values);
    case 'cancelled':
      return say('digest-off', values);
    case 'planned':
      return stream.plannedAt
        ? say('digest-plan', { ...values, at: whenText(stream.plannedAt, timeZone) })
        : undefined;
    case 'draft':
      return undefined;
  }
}
