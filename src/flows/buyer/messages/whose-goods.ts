import { tap } from '../../../chat/dsl/action.ts';
import { type Reply, say } from '../../../chat/dsl/screen.ts';
import type { ProductId } from '../../../db/ids.ts';
import { readOrderFact } from '../../../nlu/acts/orders/placed/order-facts.ts';
import type { Turn } from '../../flow.ts';
import { homeButton, productName, productSeller } from '../../screens/values.ts';
import { namedProduct } from './named-product.ts';

/** 这是谁家的, 老板是谁: who sells the goods that are named or in sight; nothing where none are. */
export async function whoseGoodsAnswer(turn: Turn): Promise<Reply | undefined> {
  if (readOrderFact(turn.text) !== 'seller') return undefined;
  const ids = (await goodsMeant(turn)).slice(0, MOST);
  const found = await Promise.all(ids.map((id) => turn.shop.catalogue.byId(id)));
  const products = found.filter((one) => one !== undefined);
  if (products.length === 0) return undefined;
  const sellers = new Map(products.map((one) => [one.sellerId, productSeller(one)]));
  return [
    {
      text: products.map((one) =>
        say('goods-seller', { title: productName(one), seller: productSeller(one) }),
      ),
      buttons: [
        ...[...sellers].map(([seller, name]) => [
          { label: say('goods-seller-button', { seller: name }), tap: tap('seller/:seller', { seller }) },
        ]),
        [homeButton],
      ],
      focus: turn.focus,
      fresh: true,
    },
  ];
}

/** So many are on a screen, or a card. */
const MOST = 8;

async function goodsMeant(turn: Turn): Promise<readonly ProductId[]> {
  const { focus, shop, person } = turn;
  const named = await namedProduct({ ...turn, focus: {} });
  if (named) return [named];
  const onCard = focus.card ? await shop.cart.lines(person.id) : [];
  if (onCard.length > 0) return onCard.map(({ product }) => product.id);
  return focus.product ? [focus.product] : (focus.products ?? []);
}
