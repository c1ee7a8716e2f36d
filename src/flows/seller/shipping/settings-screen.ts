import { tap } from '../../../chat/dsl/action.ts';
import {
  type Button,
  type LocalName,
  type Message,
  type Screen,
  say,
  type Text,
} from '../../../chat/dsl/screen.ts';
import { findProvince, provinces } from '../../../shop/shipping/provinces.ts';
import { plainExpress, type ShippingRule, shippingMethods, type Zone } from '../../../shop/shipping/rates.ts';
import type { OrderAmounts, ShippingSettings } from '../../../shop/shipping/settings.ts';
import { dayText } from '../../screens/dates.ts';
import { homeButton, moneyValue, productName, quantityValue } from '../../screens/values.ts';
import { weekdayList } from '../../screens/weekdays.ts';

/** All that a seller has said of delivery, with a button for each part of it. */
export function settingsScreen(settings: ShippingSettings): Screen {
  const rules = shippingMethods.map(
    (way) => settings.ways.find((rule) => rule.way === way) ?? { ...plainExpress, way, isOn: false },
  );
  return {
    text: [
      say('delivery-title'),
      ...rules.flatMap((rule) => ruleText(rule, settings.pickupPlace)),
      ...limitsText(settings),
      say('delivery-how'),
    ],
    buttons: [
      ...rules.map(methodRow),
      [
        { label: say('delivery-minimum-button'), tap: tap('minimum-ask') },
        { label: say('delivery-areas-button'), tap: tap('areas') },
      ],
      [
        { label: say('delivery-days-button'), tap: tap('days-off') },
        { label: say('delivery-limit-button'), tap: tap('limit-ask') },
      ],
      [{ label: say('delivery-ship-time-button'), tap: tap('ship-time-ask') }],
      [homeButton],
    ],
  };
}

/** The ways that are on, with what they cost. */
export const methodsText = ({ ways: rules, pickupPlace }: ShippingSettings): Text[] =>
  rules.filter(({ isOn }) => isOn).flatMap((rule) => ruleText(rule, pickupPlace));

function ruleText(rule: ShippingRule, pickupPlace: string): Text[] {
  const way = say(`way-${rule.way}`);
  if (!rule.isOn) return [say('rule-off', { way })];
  if (rule.way === 'pickup')
    return [
      pickupPlace
        ? say('way-line-place', { way, place: pickupPlace })
        : say('rule', { way, fee: say('fee-free') }),
    ];
  const zones = [...rule.zones].sort((a, b) => a.provinces.length - b.provinces.length);
  const isAllByWeight = zones.some((zone) => zone.provinces.length === 0);
  const fee = rule.fee === 0 ? say('fee-free') : moneyValue(rule.fee);
  return [
    isAllByWeight ? say('rule-by-weight', { way }) : say('rule', { way, fee }),
    ...zones.map(zoneText),
    ...(rule.freeFrom === null ? [] : [say('rule-free-from', { amount: moneyValue(rule.freeFrom) })]),
  ];
}

function zoneText({ provinces, firstGrams, firstFee, stepGrams, stepFee }: Zone): Message {
  const where = provinces.length === 0 ? say('zone-rest') : provinceList(provinces);
  if (stepFee === 0) return say('zone-flat', { where, fee: moneyValue(firstFee) });
  return say('zone', {
    where,
    first: quantityValue('MASS', firstGrams),
    firstFee: moneyValue(firstFee),
    step: quantityValue('MASS', stepGrams),
    stepFee: moneyValue(stepFee),
  });
}

/** `新疆、西藏`, `Xinjiang, Tibet`. */
function provinceList(names: readonly string[]): Message | LocalName {
  const [first, ...others] = names.map((name) => findProvince(name));
  if (!first) return { own: '' };
  return others.reduce<Message | LocalName>((all, next) => say('list', { all, next }), first);
}

/** The shorter of the two lists. */
function areasText(notShippedTo: readonly string[]): Text[] {
  if (notShippedTo.length === 0) return [];
  const sent = provinces.filter((one) => !notShippedTo.includes(one));
  return sent.length > 0 && sent.length < notShippedTo.length
    ? [say('rule-areas-only', { areas: provinceList(sent) })]
    : [say('rule-areas', { areas: provinceList(notShippedTo) })];
}

function limitsText({
  minimumOrder,
  notShippedTo,
  closedOn,
  shipsOn,
  shipTime,
  amounts,
}: ShippingSettings): Text[] {
  return [
    ...(minimumOrder > 0 ? [say('rule-minimum', { amount: moneyValue(minimumOrder) })] : []),
    ...areasText(notShippedTo),
    ...(shipTime === null ? [] : [say('rule-ship-time', { words: shipTime })]),
    ...(shipsOn.length > 0 ? [say('rule-ships-on', { days: weekdayList(shipsOn) })] : []),
    ...closedOn.map((day) => say('rule-day-off', { day: dayText(day) })),
    ...amounts.flatMap(amountsText),
  ];
}

const amountsText = (one: OrderAmounts): Text[] => [
  ...(one.least === null
    ? []
    : [say('rule-least', { title: productName(one), quantity: quantityValue(one, one.least) })]),
  ...(one.most === null
    ? []
    : [say('rule-limit', { title: productName(one), limit: quantityValue(one, one.most) })]),
];

function methodRow({ way, isOn }: ShippingRule): Button[] {
  const named = say(`way-${way}`);
  if (!isOn) return [{ label: say('way-turn-on', { way: named }), tap: tap('way-on/:way', { way }) }];
  const off: Button = { label: say('way-turn-off', { way: named }), tap: tap('way-off/:way', { way }) };
  if (way === 'pickup') return [off];
  return [{ label: say('way-set-fee', { way: named }), tap: tap('way-fee/:way', { way }) }, off];
}
