import { bool, int, json, list, nullable, statement, text, uuid } from '../../db/connection/statement.ts';
import type { SellerId } from '../../db/ids.ts';
import type { Fen } from '../values/money.ts';

/** What a seller has said of one way, as it is kept. */
export interface MethodRow {
  readonly way: string;
  readonly isOn: boolean;
  readonly fee: Fen;
  readonly freeFrom: Fen | null;
  readonly zones: unknown;
}

/** Sellers with how their goods travel. */
export const policyRows = statement(
  'policies',
  [list(uuid<SellerId>())],
  {
    ...{ id: uuid<SellerId>(), name: text(), nameEn: nullable(text()), pickupPlace: text(), isOpen: bool() },
    ...{
      minimumOrder: int<Fen>(),
      notShippedTo: list(text()),
      closedOn: list(text()),
      shipsOn: list(int()),
      timeZone: text(),
    },
    province: text(),
    shippingMethods: json<readonly MethodRow[]>(),
  },
  `SELECT seller.id, seller.name, seller.name_en AS "nameEn", pickup_place AS "pickupPlace", state = 'open' AS "isOpen",
     minimum_order AS "minimumOrder", not_shipped_to AS "notShippedTo", closed_on::text[] AS "closedOn", ships_on AS "shipsOn", time_zone AS "timeZone",
     village.province,
     (SELECT coalesce(jsonb_agg(jsonb_build_object('way', way, 'isOn', is_on, 'fee', fee, 'freeFrom', free_from, 'zones', zones)), '[]')
      FROM shipping_method WHERE seller_id = seller.id) AS "shippingMethods"
   FROM seller JOIN village ON village.id = village_id WHERE seller.id = ANY($1)`,
);
