import { readSettings } from '../../../nlu/acts/seller/settings/setting-act.ts';
import { readSeller } from '../../../nlu/read.ts';
import { namedProvinces, placeAmong } from './term-cards.ts';

// Whether a clause sets something of the shop, from its words alone: no day counts here.

const ANY_DAY = { now: new Date(0), timeZone: 'UTC' };

/** Whether a clause names a fee, and no goods. */
export function isFeeClause(clause: string): boolean {
  const { title, price, stock } = readSeller(clause);
  const isOffer = title !== null && (price !== null || stock !== null);
  return !isOffer && readSettings(clause, ANY_DAY).some(({ is }) => is === 'fee');
}

/** 山西5块，别处10块; 头三斤8块，往后每斤1块5: one rule in several clauses. */
export const isOneRule = (message: string): boolean =>
  readSettings(message, ANY_DAY).some(
    (act) =>
      act.is === 'weight-fee' ||
      (act.is === 'place-fee' && namedProvinces(message).length > 0) ||
      (act.is === 'two-fees' && placeAmong(act) !== undefined),
  );

/** 周日不发货, 新疆不发了, 店名改成山妹子小铺: of the shop, whatever stands beside it. */
export function isRuleClause(clause: string): boolean {
  const said = readSettings(clause, ANY_DAY);
  const isRule = said.some(
    ({ is }) => is === 'days' || is === 'name' || (is === 'areas' && namedProvinces(clause).length > 0),
  );
  const { price, stock } = readSeller(clause);
  return isRule && price === null && stock === null;
}
