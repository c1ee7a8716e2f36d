import type { Province } from '../../../shop/shipping/provinces.ts';
import type { ShippingMethod } from '../../../shop/shipping/rates.ts';
import type { ShippingChange } from '../../../shop/shipping/settings.ts';
import { type Fen, NO_FEN } from '../../../shop/values/money.ts';
import { baseQuantity } from '../../../shop/values/quantity.ts';
import { type Piece, splitSettings } from './split-text.ts';
import { areSomeNamed } from './term-cards.ts';

// `快递8元,满99包邮`, `新疆西藏不发`, `首重1公斤8元,续重每公斤3元`: a message is taken apart into pieces, and the pieces are put
// together to what is wanted. A message with one word that is not known wants nothing: it is asked about.

const KILOGRAM = baseQuantity(1_000);

/** What is being put together while the pieces are read from left to right. */
interface Draft {
  readonly changes: ShippingChange[];
  way: ShippingMethod;
  /** Named, and nothing said of it yet. */
  parseBareMethod: ShippingMethod | undefined;
  places: readonly Province[] | undefined;
  days: readonly string[] | undefined;
  first: Extract<Piece, { is: 'first' | 'step' }> | undefined;
  pending: 'off' | 'on' | 'no-shipping' | 'shipping' | 'rest' | 'work' | undefined;
}

/**
 * Parses a message about shipping into changes; undefined where it is not certain. `way` is what it is about until
 * it names another. `today` as `2026-09-20`.
 */
export function parseShippingText(
  message: string,
  today: string,
  way: ShippingMethod = 'express',
): readonly ShippingChange[] | undefined {
  // 偏远地区运费12块: of places that nobody names, and not of all.
  if (areSomeNamed(message)) return undefined;
  const pieces = splitSettings(message, today);
  if (!pieces || pieces.length === 0) return undefined;
  const draft: Draft = {
    changes: [],
    way,
    parseBareMethod: undefined,
    places: undefined,
    days: undefined,
    first: undefined,
    pending: undefined,
  };
  for (const piece of pieces) if (!take(draft, piece)) return undefined;
  const isOpen = draft.parseBareMethod ?? draft.places ?? draft.days ?? draft.first ?? draft.pending;
  return isOpen !== undefined || draft.changes.length === 0 ? undefined : draft.changes;
}

/** Adds one piece; false where it does not fit what stands before it. */
function take(draft: Draft, piece: Piece): boolean {
  switch (piece.is) {
    case 'way':
      return takeMethod(draft, piece.way);
    case 'provinces':
      draft.places = [...(draft.places ?? []), ...piece.provinces];
      return draft.pending === undefined || settle(draft, draft.pending);
    case 'days':
      draft.days = [...(draft.days ?? []), ...piece.days];
      return draft.pending === undefined || settle(draft, draft.pending);
    case 'fee':
      return takeFee(draft, piece.fen);
    case 'free':
      return takeFee(draft, NO_FEN);
    case 'free-from':
      draft.parseBareMethod = undefined;
      draft.changes.push({ is: 'free-from', way: draft.way, amount: piece.fen });
      return draft.places === undefined;
    case 'minimum':
      draft.changes.push({ is: 'minimum', amount: piece.fen });
      return draft.places === undefined && draft.parseBareMethod === undefined;
    case 'first':
      draft.parseBareMethod = undefined;
      if (draft.first) return false;
      draft.first = piece;
      return true;
    case 'step':
      return takeStep(draft, piece);
    default:
      return settle(draft, piece.is);
  }
}

function takeMethod(draft: Draft, way: ShippingMethod): boolean {
  draft.way = way;
  if (draft.pending !== 'off' && draft.pending !== 'on') {
    draft.parseBareMethod = way;
    return draft.pending === undefined;
  }
  draft.changes.push({ is: 'way', way, isOn: draft.pending === 'on' });
  draft.pending = undefined;
  return true;
}

/** A fee for the places named before it, else for the way. */
function takeFee(draft: Draft, fee: Fen): boolean {
  const { way, places } = draft;
  draft.parseBareMethod = undefined;
  if (way === 'pickup') {
    draft.changes.push({ is: 'way', way, isOn: true });
    return fee === 0;
  }
  if (places) {
    const flat = { firstGrams: KILOGRAM, firstFee: fee, stepGrams: KILOGRAM, stepFee: NO_FEN };
    draft.changes.push({ is: 'zone', way, zone: { provinces: [...places], ...flat } });
    draft.places = undefined;
  } else draft.changes.push({ is: 'fee', way, fee });
  return draft.pending === undefined;
}

function takeStep(draft: Draft, step: Extract<Piece, { is: 'first' | 'step' }>): boolean {
  const { first, places, way } = draft;
  if (!first) return false;
  const fees = { firstGrams: first.grams, firstFee: first.fen, stepGrams: step.grams, stepFee: step.fen };
  draft.changes.push({ is: 'zone', way, zone: { provinces: [...(places ?? [])], ...fees } });
  draft.first = undefined;
  draft.places = undefined;
  return true;
}

/** A verb finds what it is about: days, places, or a way; else it waits for that. */
function settle(draft: Draft, verb: NonNullable<Draft['pending']>): boolean {
  const { days, places, parseBareMethod } = draft;
  draft.pending = undefined;
  if (days && verb !== 'off' && verb !== 'on') {
    draft.changes.push({ is: 'days', days, isOff: verb === 'rest' || verb === 'no-shipping' });
    draft.days = undefined;
  } else if (places && (verb === 'no-shipping' || verb === 'shipping')) {
    draft.changes.push({ is: 'areas', provinces: places, isShipped: verb === 'shipping' });
    draft.places = undefined;
  } else if (parseBareMethod && (verb === 'off' || verb === 'on')) {
    draft.changes.push({ is: 'way', way: parseBareMethod, isOn: verb === 'on' });
    draft.parseBareMethod = undefined;
  } else draft.pending = verb;
  return true;
}
