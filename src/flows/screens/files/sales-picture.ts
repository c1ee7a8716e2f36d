import type { I18n } from '../../../chat/dsl/i18n.ts';
import { type LocalName, type Message, say, type Value } from '../../../chat/dsl/screen.ts';
import type { Period } from '../../../shop/reports/period.ts';
import type { Sales } from '../../../shop/reports/sales.ts';
import { type Fen, fen } from '../../../shop/values/money.ts';
import { moneyValue, productName, quantityValue } from '../values.ts';

/** How many products a picture names. */
const SHOWN = 5;

/** What a picture of a period says, in the words of its reader: the values of src/pictures/sales-chart.ts. */
export function createSalesPicture(sales: Sales, seller: LocalName, i18n: I18n) {
  const put = (key: string, values: Record<string, Value> = {}): string => i18n.showPlain(say(key, values));
  const { period, stretch, bySlot, byProduct } = sales;
  return {
    title: put('sheet-title', { title: seller }),
    subtitle: i18n.showPlain(periodTitle(sales)),
    earnedLabel: put('sales-earned-label'),
    earned: put('sales-money', { money: moneyValue(sales.earned) }),
    facts: [
      put('sheet-in-orders', { count: sales.orders }),
      ...(sales.fees > 0 ? [put('sales-fees-short', { money: moneyValue(sales.fees) })] : []),
      ...(sales.refunds > 0 ? [put('sales-refunds-short', { money: moneyValue(sales.refunds) })] : []),
    ],
    bars: bySlot.map((earned, i) => ({
      label: barLabel(period, stretch.slots[i] ?? '', i, put),
      fen: earned,
      shown: put('sales-money', { money: moneyValue(toWholeYuan(earned)) }),
    })),
    productsTitle: put('sales-most'),
    products: byProduct.slice(0, SHOWN).map((one) => ({
      name: put('sheet-title', { title: productName(one) }),
      much: put('sheet-quantity', { quantity: quantityValue(one.measure, one.quantity) }),
      shown: put('sales-money', { money: moneyValue(one.total) }),
      fen: one.total,
    })),
    empty: put('sales-nothing'),
  };
}

const toWholeYuan = (amount: Fen): Fen => fen(Math.round(amount / 100) * 100);

/** `本周 · 11月23日 – 11月29日`. */
export function periodTitle({ period, stretch }: Pick<Sales, 'period' | 'stretch'>): Message {
  const [first, last] = stretch.days;
  const name = say(`sales-${period}`);
  if (first === last) return say('sales-title-day', { period: name, day: barDay(first) });
  return say('sales-title-days', { period: name, first: barDay(first), last: barDay(last) });
}

function barDay(day: string): Value {
  const [, month, date] = day.split('-');
  return say('sales-day', { month: Number(month), date: Number(date) });
}

/** Below a bar: the hour, the weekday, the date; a month and a season have no room for each. */
function barLabel(
  period: Period,
  slot: string,
  at: number,
  put: (key: string, values?: Record<string, Value>) => string,
): string {
  const [year = 0, month = 0, date = 0, hour = 0] = slot.split(/[-T:]/).map(Number);
  switch (period) {
    case 'today':
    case 'yesterday':
      return `${hour}:00`;
    case 'week':
    case 'last-week':
      return put(`weekday-${new Date(Date.UTC(year, month - 1, date)).getUTCDay()}`).slice(0, 3);
    case 'month':
    case 'last-month':
      return at % 5 === 0 ? String(date) : '';
    case 'season':
      return at % 3 === 0 ? `${month}/${date}` : '';
  }
}
