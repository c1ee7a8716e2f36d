import { tap } from '../../../chat/dsl/action.ts';
import { type Screen, say } from '../../../chat/dsl/screen.ts';
import type { AwaitedHarvest, HarvestDay } from '../../../shop/reports/harvest-reminders.ts';
import { productName, quantityValue } from '../values.ts';
import { remindersButton } from './daily-screens.ts';

/** The seller hears on the promised day who waits. */
export const harvestDayScreen = (harvest: HarvestDay): Screen => ({
  text: say('harvest-day', {
    title: productName(harvest),
    orders: harvest.orders,
    quantity: quantityValue(harvest.measure, harvest.quantity),
  }),
  buttons: [
    [
      {
        label: say('harvest-picked'),
        tap: tap('picked/:product', { product: harvest.productId }),
        tone: 'success',
      },
      { label: say('harvest-other-day'), tap: tap('harvest/:product', { product: harvest.productId }) },
    ],
    [{ label: say('harvest-stop'), tap: tap('harvest-reminder/:on', { on: 'no' }) }],
  ],
  fresh: true,
});

/** Whoever ordered before the harvest hears that its day has come. */
export const awaitedHarvestScreen = (line: AwaitedHarvest): Screen => ({
  text: say('harvest-day-buyer', {
    title: productName(line),
    seller: { own: line.seller, en: line.sellerEn },
    number: line.number,
    quantity: quantityValue(line.measure, line.quantity),
  }),
  buttons: [
    [{ label: say('parcel-order'), tap: tap('order/:order', { order: line.orderId }) }],
    [remindersButton],
  ],
  fresh: true,
});
