import { tap } from '../../../chat/dsl/action.ts';
import { type Reply, type Screen, say, type Text } from '../../../chat/dsl/screen.ts';
import type { SellerId } from '../../../db/ids.ts';
import { lex } from '../../../reader/lexer.ts';
import { priceLine } from '../../../shop/cart/cart.ts';
import type { Product } from '../../../shop/catalogue/catalogue.ts';
import type { ShippingPolicy } from '../../../shop/shipping/policy.ts';
import { detectProvince, findProvince, type Province } from '../../../shop/shipping/provinces.ts';
import {
  needsProvince,
  type ShippingRule,
  shippingFee,
  shippingGrams,
} from '../../../shop/shipping/rates.ts';
import { type Fen, NO_FEN, plusFen } from '../../../shop/values/money.ts';
import { type BaseQuantity, baseQuantity, isAmount } from '../../../shop/values/quantity.ts';
import { toBaseQuantity } from '../../common/amounts.ts';
import type { Turn } from '../../flow.ts';
import { homeButton, moneyValue, quantityValue } from '../../screens/values.ts';
import { productButton } from '../catalogue/list.ts';
import { productScreen } from '../catalogue/product-screen.ts';
import { foundScreen } from '../catalogue/search.ts';
import { forwardable } from './facts.ts';
import { onlyOne } from './order.ts';

const FEE =
  /运费|邮费|快递费|包邮|免邮|[寄发送运]到|\b(?:shipping|postage|delivered|delivery (?:fee|cost|charge)|deliver|ship)\b/;

/** Answers questions from the sellers' data; orders nothing. */
export async function questionAnswer(turn: Turn): Promise<Reply> {
  const words = detectTopic(turn.text);
  const found = words === '' ? undefined : await turn.shop.catalogue.find(words);
  const named = found && (onlyOne(words, found) ?? (found.total === 1 ? found.items[0] : undefined));
  const meant = words === '' ? turn.focus.product : undefined;
  const product = named ?? (meant === undefined ? undefined : await turn.shop.catalogue.byId(meant));
  if (FEE.test(lex(turn.text).text.plain)) return feeAnswer(turn, product);
  const screen = product && (await productScreen(turn, product.id));
  if (screen) return [screen];
  return [found && found.items.length > 0 ? foundScreen(words, found) : cannotSay(turn)];
}

/** What nobody has told us, a person may know. */
const cannotSay = (turn: Turn): Screen => ({ ...forwardable(turn, say('question-unknown')), isMiss: true });

const ASIDE =
  /请问|你们|您们|老板|这个|那个|现在|今天|大概|一共|总共|运费|邮费|快递费?|包邮|免邮|多少钱?|什么价|啥价|价格|价钱|怎么卖|咋卖|几块钱?|几元|多钱|贵不贵|便宜[点些吗不]?|优惠|打折|合计|还有没有|有没有|还有|有货|多少|怎么样|怎样|如何|好不好吃?|好吃|新鲜|(\p{Script=Han})不\1|\p{Script=Han}?吗|呢|么$|啊|的|是|[一每][斤公两袋箱盒瓶罐]斤?|\b(?:how|much|many|is|are|was|the|an?|what|what's|price|cost|of|for|do|does|you|your|have|any|per|kilo|kg|jin|shipping|postage|fee|free|delivery|delivered|deliver|jin|altogether|ship|to [a-z]+|it|they|there|left|still|please|can|could|will|would|i|we|me|my|in|on|today|now|good|fresh|sweet|tell|about)\b/giu;

/** Where it is to go. */
const PLACE = /(?:送|寄|发|运|邮)?[到往]\p{Script=Han}{2,4}/gu;

/** What a question is about: its words without those that only ask. */
function detectTopic(words: string): string {
  const { text, tokens } = lex(words);
  const said = tokens
    .filter((token) => token.is === 'word' || token.is === 'sign')
    .map(({ start, end }) => text.plain.slice(start, end))
    .join(' ');
  return said
    .replace(ASIDE, ' ')
    .replace(PLACE, ' ')
    .replace(/[^\p{L}\p{N}'’-]+/gu, ' ')
    .trim();
}

/** How many sellers are listed where it is not clear whose fee is meant. */
const NAMED = 5;

/** What it costs to bring so much to where the person lives, by each seller it may be asked of. */
async function feeAnswer(turn: Turn, product: Product | undefined): Promise<Reply> {
  const { shop, person } = turn;
  const province =
    detectProvince(turn.text) ??
    detectProvince((await shop.addresses.of(person.id))[0]?.recipient.address ?? '');
  const load = createLoad(turn.text, product);
  const rules = await shop.deliveryRules(await sellersFor(turn, product));
  const lines = rules.flatMap((one) => one.methods.map((way) => feeLine(one, way, { ...load, province })));
  if (lines.length === 0) return [cannotSay(turn)];
  const place = province ? { province: findProvince(province) } : {};
  const values = { quantity: quantityValue('MASS', load.grams), ...place };
  return [
    {
      text: [say(province ? 'fee-title-province' : 'fee-title', values), ...lines],
      buttons: [
        ...(product ? [[productButton(product)]] : []),
        [{ label: say('home-browse'), tap: tap('browse/:page', { page: 0 }) }, homeButton],
      ],
    },
  ];
}

/** The amount that was asked about; one 斤 where none was. */
function createLoad(text: string, product: Product | undefined): { goods: Fen; grams: BaseQuantity } {
  const amount = lex(text).tokens.find((token) => token.is === 'amount');
  const said = amount?.base;
  const measure = amount?.unit.measure ?? 'MASS';
  const isContainer = amount?.unit.isContainer;
  const quantity =
    said === undefined || !product ? said : toBaseQuantity({ quantity: said, measure, isContainer }, product);
  if (quantity === undefined || !isAmount(quantity)) return { goods: NO_FEN, grams: baseQuantity(500) };
  if (!product) return { goods: NO_FEN, grams: shippingGrams(measure, quantity) };
  return { goods: priceLine(product, quantity).total, grams: shippingGrams(product.measure, quantity) };
}

async function sellersFor({ shop, person }: Turn, product: Product | undefined): Promise<SellerId[]> {
  if (product) return [product.sellerId];
  const inCart = (await shop.cart.lines(person.id)).map((line) => line.product.sellerId);
  if (inCart.length > 0) return [...new Set(inCart)];
  return (await shop.sellers.all(0, NAMED)).map(({ id }) => id);
}

interface Load {
  readonly goods: Fen;
  readonly grams: BaseQuantity;
  readonly province: Province | undefined;
}

function feeLine(rules: ShippingPolicy, way: ShippingRule, load: Load): Text {
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
