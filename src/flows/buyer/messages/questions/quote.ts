import { tap } from '../../../../chat/dsl/action.ts';
import { type Reply, say, type Text } from '../../../../chat/dsl/screen.ts';
import { readListed } from '../../../../nlu/read.ts';
import { priceLine } from '../../../../shop/cart/cart.ts';
import { reachingMethods, type ShippingPolicy } from '../../../../shop/shipping/policy.ts';
import { detectProvince, findProvince, type Province } from '../../../../shop/shipping/provinces.ts';
import {
  needsProvince,
  type ShippingRule,
  shippingFee,
  shippingGrams,
} from '../../../../shop/shipping/rates.ts';
import { type Fen, plusFen, sumFen } from '../../../../shop/values/money.ts';
import { type BaseQuantity, sumQuantity } from '../../../../shop/values/quantity.ts';
import { buyerContext } from '../../../common/read-context.ts';
import type { Turn } from '../../../flow.ts';
import { homeButton, moneyValue, orderedValue, productName } from '../../../screens/values.ts';
import { productButton } from '../../catalogue/list.ts';
import { sureLine, type Wanted } from '../orders/put-lines.ts';

/** 苹果5斤加2斤红枣寄到天津一共多少钱: each thing, each seller's fee, and what it comes to; nothing where it is not about several. */
export async function quoteAnswer(turn: Turn): Promise<Reply | undefined> {
  const listed = readListed(turn.text, await buyerContext(turn));
  if (listed.length < 2) return undefined;
  const wanted: Wanted[] = [];
  for (const line of listed) {
    const sure = await sureLine(turn, line);
    if (!sure) return undefined;
    wanted.push(sure);
  }
  const { shop, person } = turn;
  const province =
    detectProvince(turn.text) ??
    detectProvince((await shop.addresses.of(person.id))[0]?.recipient.address ?? '');
  const rules = await shop.deliveryRules([...new Set(wanted.map(({ product }) => product.sellerId))]);
  return [
    {
      text: [
        say('quote-title'),
        ...wanted.map(pricedText),
        ...rules.flatMap((one) => feeLines(one, wanted, province)),
      ],
      focus: { products: wanted.map(({ product }) => product.id) },
      buttons: [
        ...wanted.map(({ product }) => [productButton(product)]),
        [{ label: say('home-browse'), tap: tap('browse/:page', { page: 0 }) }, homeButton],
      ],
    },
  ];
}

const pricedText = ({ product, quantity }: Wanted): Text =>
  say('price-for', {
    title: productName(product),
    quantity: orderedValue(product, quantity),
    total: moneyValue(priceLine(product, quantity).total),
  });

/** What one seller's part comes to, by each way it may travel. */
function feeLines(rules: ShippingPolicy, wanted: readonly Wanted[], province: Province | undefined): Text[] {
  const own = wanted.filter(({ product }) => product.sellerId === rules.sellerId);
  const goods = sumFen(own.map(({ product, quantity }) => priceLine(product, quantity).total));
  const grams = sumQuantity(own.map(({ product, quantity }) => shippingGrams(product.measure, quantity)));
  return reachingMethods(rules, province).map((way) => feeLine(rules, way, { goods, grams, province }));
}

interface Load {
  readonly goods: Fen;
  readonly grams: BaseQuantity;
  readonly province: Province | undefined;
}

/** What it costs to bring so much by one of a seller's ways, with the total where goods are known. */
export function feeLine(rules: ShippingPolicy, way: ShippingRule, load: Load): Text {
  const seller = { own: rules.sellerName, en: rules.sellerNameEn };
  const values = { seller, way: say(`way-${way.way}`) };
  if (load.province && way.way === 'express' && rules.notShippedTo.includes(load.province))
    return say('fee-line-never', { ...values, province: findProvince(load.province) });
  if (needsProvince(way) && load.province === undefined) return say('fee-line-where', values);
  const fee = shippingFee(way, load);
  const sum =
    load.goods > 0
      ? [say('fee-sum', { goods: moneyValue(load.goods), total: moneyValue(plusFen(load.goods, fee)) })]
      : [];
  if (fee === 0) return [say('fee-line', { ...values, fee: say('fee-free') }), ...sum];
  const line = { ...values, fee: moneyValue(fee) };
  const text =
    way.freeFrom === null
      ? say('fee-line', line)
      : say('fee-line-free-from', { ...line, from: moneyValue(way.freeFrom) });
  return [text, ...sum];
}
