import { z } from 'zod';
import { type Fen, fen, MAX_FEN, NO_FEN } from '../values/money.ts';
import {
  type BaseQuantity,
  baseQuantity,
  MAX_BASE,
  type Measure,
  minQuantity,
  timesQuantity,
} from '../values/quantity.ts';
import { provinces } from './provinces.ts';

// What it costs to bring goods to people. Pure, and in whole fen and grams only.

/** How goods travel. The first that a seller offers is the one a new buyer is shown. */
export const shippingMethods = ['express', 'courier', 'pickup'] as const;
export type ShippingMethod = (typeof shippingMethods)[number];

const grams = z.number().int().positive().max(MAX_BASE).transform(baseQuantity);
const fee = z.number().int().nonnegative().max(MAX_FEN).transform(fen);

/** A fee by weight: so much up to `firstGrams`, and `stepFee` for every begun `stepGrams` beyond. */
export const zoneShape = z.object({
  /** Where it counts; empty: wherever no other zone does. */
  provinces: z.array(z.enum(provinces)),
  firstGrams: grams,
  firstFee: fee,
  stepGrams: grams,
  stepFee: fee,
});

export const zonesShape = z.array(zoneShape);
export type Zone = z.infer<typeof zoneShape>;

/** One way of a seller's with its price. Where no zone counts, the flat `fee` does. */
export interface ShippingRule {
  readonly way: ShippingMethod;
  readonly isOn: boolean;
  readonly fee: Fen;
  /** From so much in goods on it costs nothing. */
  readonly freeFrom: Fen | null;
  readonly zones: readonly Zone[];
}

/** The default: everything by express for free. */
export const plainExpress: ShippingRule = {
  way: 'express',
  isOn: true,
  fee: NO_FEN,
  freeFrom: null,
  zones: [],
};

/** What a part of an order is made of, as far as fees go. */
export interface Load {
  readonly goods: Fen;
  readonly grams: BaseQuantity;
  readonly province: string | undefined;
}

/** What `rule` asks for `load`, in fen. Picking up is free. */
export function shippingFee(rule: ShippingRule, { goods, grams, province }: Load): Fen {
  if (rule.way === 'pickup') return NO_FEN;
  if (rule.freeFrom !== null && goods >= rule.freeFrom) return NO_FEN;
  const zone = zoneFor(rule, province);
  return zone ? byWeight(zone, grams) : rule.fee;
}

/** The zone that names the province, else the one for all the rest. */
function zoneFor({ zones }: ShippingRule, province: string | undefined): Zone | undefined {
  const named = zones.find((zone) => zone.provinces.some((one) => one === province));
  return named ?? zones.find((zone) => zone.provinces.length === 0);
}

function byWeight({ firstGrams, firstFee, stepGrams, stepFee }: Zone, grams: BaseQuantity): Fen {
  const steps = Math.ceil(Math.max(0, grams - firstGrams) / stepGrams);
  return fen(Math.min(firstFee + steps * stepFee, MAX_FEN));
}

/** True where the fee depends on the province. */
export const needsProvince = (rule: ShippingRule): boolean =>
  rule.way !== 'pickup' && rule.zones.some((zone) => zone.provinces.length > 0);

/** What is sold by the piece is counted as one 斤 each: its weight is not known. */
export const GRAMS_PER_PIECE = 500;

/** A line's weight for the fee; a millilitre counts as a gram. */
export const shippingGrams = (measure: Measure, quantity: BaseQuantity): BaseQuantity =>
  measure === 'COUNT' ? minQuantity(timesQuantity(quantity, GRAMS_PER_PIECE), MAX_BASE) : quantity;

const DAY_MS = 24 * 3_600_000;

/** When a household does not pack: on these days, as `2026-09-20`, and on all but these days of the week; none: any. */
export interface DaysOff {
  readonly closedOn: readonly string[];
  readonly shipsOn: readonly number[];
}

/** From 1 for Monday to 7 for Sunday. */
const weekday = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7;

const isOff = ({ closedOn, shipsOn }: DaysOff, day: string): boolean =>
  closedOn.includes(day) || (shipsOn.length > 0 && !shipsOn.includes(weekday(day)));

/** The day on which a seller packs again, if today is none on which they do. */
export function packsAgain(off: DaysOff, today: string): string | undefined {
  let day = today;
  while (isOff(off, day)) day = nextDay(day);
  return day === today ? undefined : day;
}

export const nextDay = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10);
