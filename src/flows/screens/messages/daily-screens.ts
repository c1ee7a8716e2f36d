import { tap } from '../../../chat/dsl/action.ts';
import { type Button, type Screen, say, type Text } from '../../../chat/dsl/screen.ts';
import type { LeftCart, UnconfirmedParcel } from '../../../shop/reports/buyer-reminders.ts';
import type { MorningBrief } from '../../../shop/reports/morning-brief.ts';
import type { StockFault } from '../../../shop/reports/stock-audit.ts';
import { homeButton, quantityValue } from '../values.ts';

/** How many things a morning brief names: the first that there are. */
const BRIEF_LINES = 3;

/** The three first things that a seller has to do today; undefined where there are none. */
export function briefScreen(brief: MorningBrief): Screen | undefined {
  const orders: Button = { label: say('brief-orders'), tap: tap('sold/:page', { page: 0 }), tone: 'primary' };
  const transfers: Button = { label: say('brief-transfers'), tap: tap('transfers/:page', { page: 0 }) };
  const products: Button = { label: say('brief-products'), tap: tap('mine/:page', { page: 0 }) };
  const all: readonly (readonly [number, string, Button])[] = [
    [brief.toAccept, 'brief-accept', orders],
    [brief.toShip, 'brief-ship', orders],
    [brief.toCheck, 'brief-check', transfers],
    [brief.toRefund, 'brief-refund', orders],
    [brief.harvests, 'brief-harvest', products],
    [brief.soldOut, 'brief-sold-out', products],
  ];
  const first = all.filter(([count]) => count > 0).slice(0, BRIEF_LINES);
  if (first.length === 0) return undefined;
  const buttons = [...new Set(first.map(([, , button]) => button))];
  return {
    text: [say('brief'), ...first.map(([count, key]): Text => say(key, { count }))],
    buttons: [
      ...buttons.map((button) => [button]),
      [{ label: say('brief-stop'), tap: tap('brief/:on', { on: 'no' }) }],
    ],
    fresh: true,
  };
}

/** Asks a buyer once whether a parcel has come. */
export const parcelScreen = ({ id, number }: UnconfirmedParcel): Screen => ({
  text: say('parcel-ask', { number }),
  buttons: [
    [{ label: say('parcel-received'), tap: tap('received/:order', { order: id }), tone: 'success' }],
    [{ label: say('parcel-order'), tap: tap('order/:order', { order: id }) }],
    [remindersButton],
  ],
  fresh: true,
});

/** Where a person says what they want to hear of. */
export const remindersButton: Button = { label: say('digest-settings'), tap: tap('reminders') };

export const cartLeftScreen = ({ lines }: LeftCart): Screen => ({
  text: say('cart-left', { count: lines }),
  buttons: [[{ label: say('cart-open'), tap: tap('cart'), tone: 'primary' }], [remindersButton]],
  fresh: true,
});

/** What operators hear of stock that does not add up. */
export const auditScreen = (faults: readonly StockFault[]): Screen => ({
  text: [
    say('audit-fault', { count: faults.length }),
    ...faults.map(
      ({ title, measure, onHand, inLedger, held, promised }): Text =>
        say('audit-line', {
          title,
          onHand: quantityValue(measure, onHand),
          inLedger: quantityValue(measure, inLedger),
          held: quantityValue(measure, held),
          promised: quantityValue(measure, promised),
        }),
    ),
  ],
  buttons: [[homeButton]],
  fresh: true,
});
