import { say, type Text, type Value } from '../../../chat/dsl/screen.ts';
import { settingWords } from '../../../nlu/acts/seller/settings/setting-lexicon.ts';
import type { ShippingTerm } from '../../../nlu/acts/seller/settings/shipping-term.ts';
import type { TwoFees } from '../../../nlu/acts/seller/settings/two-fees.ts';
import type { WeightFee } from '../../../nlu/acts/seller/settings/weight-fee.ts';
import { detectProvince, findProvince, type Province, provinces } from '../../../shop/shipping/provinces.ts';
import { plainExpress, type ShippingMethod } from '../../../shop/shipping/rates.ts';
import type { ShippingChange, ShippingSettings } from '../../../shop/shipping/settings.ts';
import { type Fen, fen, NO_FEN, plusFen } from '../../../shop/values/money.ts';
import { baseQuantity, isAmount } from '../../../shop/values/quantity.ts';
import type { Turn } from '../../flow.ts';
import { moneyValue, quantityValue } from '../../screens/values.ts';

// Terms of shipping as a card shows them before they count: was and now, and the changes behind them.

interface Shown {
  readonly text: Text;
  readonly data: { readonly changes: Terms[] };
}
type Terms = Extract<ShippingChange, { is: 'minimum' | 'free-from' | 'way' | 'zone' | 'fee' }>;

/** The provinces that a text names, by either name. */
export function namedProvinces(text: string): readonly Province[] {
  const said = text.toLowerCase();
  return provinces.filter((one) =>
    [one, findProvince(one).en?.toLowerCase() ?? one].some((name) => said.includes(name)),
  );
}

export function listed(some: readonly Province[]): Value | undefined {
  const [first, ...others] = some.map((one) => findProvince(one));
  return first && others.reduce<Value>((all, next) => say('list', { all, next }), first);
}

/** 新疆, 哈尔滨, to Tibet. */
const isOfPlaces = (text: string): boolean =>
  namedProvinces(text).length > 0 || detectProvince(text) !== undefined;

/** Both names of each, as they stand in messages. */
export const provinceNames: readonly string[] = provinces.flatMap((one) => [
  one,
  findProvince(one).en?.toLowerCase() ?? one,
]);

/** 偏远地区, 外省: places, and nobody says which. */
export const areSomeNamed = (text: string): boolean => /偏远|外省|外地|remote|far away/iu.test(text);

/** 偏远地区加10块: those that are named, else those where postage is dear. */
export function dearProvinces(text: string): readonly Province[] {
  const named = namedProvinces(text);
  if (named.length > 0 || !/偏远|remote|far away/iu.test(text)) return named;
  return provinces.filter((one) => settingWords.remote.includes(one));
}

/** The place, with these hours instead of those that stood behind it. */
export function withHours(place: string, hours: string): string {
  const kept = place.split('，').filter((part) => !/\d|点|am|pm/iu.test(part));
  return [...kept, hours].filter(Boolean).join('，');
}

/** The card of a term; nothing where it would change nothing that is known. */
export async function termCard(
  { shop, text }: Turn,
  now: ShippingSettings,
  term: Exclude<ShippingTerm, { is: 'hours' | 'all-but' }> | WeightFee | TwoFees,
): Promise<Shown | undefined> {
  switch (term.is) {
    case 'minimum':
      return minimumCard(now.minimumOrder, fen(term.amount));
    case 'not-free':
      // 新疆以后不包邮了: the rule is of all places.
      if (isOfPlaces(text)) return undefined;
      return {
        text: say('setting-not-free'),
        data: { changes: [{ is: 'free-from', way: 'express', amount: null }] },
      };
    case 'way-off':
      return wayOff(term.way);
    case 'home-fee':
      return homeFee(detectProvince((await shop.sellers.village())?.province ?? ''), term);
    case 'place-fee':
      return placeFee(namedProvinces(text), term);
    case 'weight-fee':
      return weightCard(now, namedProvinces(text), term);
    case 'two-fees':
      return besideCard(term);
    case 'surcharge':
      return zoneCard(
        dearProvinces(text),
        plusFen(term.fee === undefined ? expressFee(now) : fen(term.fee), fen(term.more)),
      );
  }
}

const minimumCard = (was: Fen, amount: Fen): Shown => ({
  text:
    amount === 0
      ? say('setting-minimum-off', { was: moneyValue(was) })
      : say('setting-minimum', { was: moneyValue(was), now: moneyValue(amount) }),
  data: { changes: [{ is: 'minimum', amount }] },
});

const wayOff = (way: ShippingMethod): Shown => ({
  text: say('setting-way-off', { way: say(`way-${way}`) }),
  data: { changes: [{ is: 'way', way, isOn: false }] },
});

const expressFee = ({ ways }: ShippingSettings): Fen =>
  (ways.find(({ way }) => way === 'express') ?? plainExpress).fee;

const KILOGRAM = baseQuantity(1_000);

/** What it costs to these places. */
export function zoneCard(named: readonly Province[], fee: Fen): Shown | undefined {
  const areas = listed(named);
  if (areas === undefined) return undefined;
  return {
    text: say('setting-zone', { areas, fee: moneyValue(fee) }),
    data: { changes: [zone(named, fee)] },
  };
}

const zone = (named: readonly Province[], fee: Fen): Terms => ({
  is: 'zone',
  way: 'express',
  zone: { provinces: [...named], firstGrams: KILOGRAM, firstFee: fee, stepGrams: KILOGRAM, stepFee: NO_FEN },
});

/** 省内6块，省外12: the village's own province, and all others. */
function homeFee(
  home: Province | undefined,
  fees: { readonly home: number; readonly abroad: number },
): Shown | undefined {
  if (!home) return undefined;
  const [own, others] = [fen(fees.home), fen(fees.abroad)];
  return {
    text: say('setting-home-fee', {
      province: findProvince(home),
      home: moneyValue(own),
      others: moneyValue(others),
    }),
    data: { changes: [{ is: 'fee', way: 'express', fee: others }, zone([home], own)] },
  };
}

/** 山西5块，别处10块. */
function placeFee(
  named: readonly Province[],
  { here, elsewhere }: { readonly here: number; readonly elsewhere: number },
): Shown | undefined {
  const zoned = zoneCard(named, fen(here));
  if (!zoned) return undefined;
  return {
    text: [zoned.text, say('setting-elsewhere', { fee: moneyValue(fen(elsewhere)) })].flat(),
    data: { changes: [{ is: 'fee', way: 'express', fee: fen(elsewhere) }, ...zoned.data.changes] },
  };
}

/** Which of two fees is of places that are named with it: 1 for the second; nothing where both are, or neither. */
export function placeAmong({ fees }: TwoFees): 0 | 1 | undefined {
  const [isFirst, isSecond] = fees.map(({ words }) => dearProvinces(words).length > 0);
  return isFirst === isSecond ? undefined : isFirst ? 0 : 1;
}

/** 快递9块一单，新疆西藏那边的要25. */
function besideCard(beside: TwoFees): Shown | undefined {
  const at = placeAmong(beside);
  if (at === undefined) return undefined;
  const { fees } = beside;
  return placeFee(dearProvinces(fees[at].words), { here: fees[at].fee, elsewhere: fees[1 - at]?.fee ?? 0 });
}

/** 前三斤8块，超过的每斤1块5: everywhere, or to the places that are named. */
function weightCard(
  { ways }: ShippingSettings,
  named: readonly Province[],
  { firstGrams, firstFee, stepGrams, stepFee }: WeightFee,
): Shown | undefined {
  if (!isAmount(firstGrams) || !isAmount(stepGrams)) return undefined;
  const fees = { firstGrams, firstFee: fen(firstFee), stepGrams, stepFee: fen(stepFee) };
  return {
    text: say('setting-weight', {
      where: listed(named) ?? say(hasZones(ways) ? 'zone-rest' : 'zone-all'),
      first: quantityValue('MASS', firstGrams),
      firstFee: moneyValue(fen(firstFee)),
      step: quantityValue('MASS', stepGrams),
      stepFee: moneyValue(fen(stepFee)),
    }),
    data: { changes: [{ is: 'zone', way: 'express', zone: { provinces: [...named], ...fees } }] },
  };
}

/** Some places have a fee of their own. */
const hasZones = (ways: ShippingSettings['ways']): boolean =>
  ways.some(({ way, zones }) => way === 'express' && zones.some((one) => one.provinces.length > 0));
