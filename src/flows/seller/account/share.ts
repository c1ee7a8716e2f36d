import { tap } from '../../../chat/dsl/action.ts';
import { type Button, type Reply, say } from '../../../chat/dsl/screen.ts';
import type { Product } from '../../../shop/catalogue/products/catalogue.ts';
import { flow, type Turn } from '../../flow.ts';
import { homeButton, pager, parsePage, productName } from '../../screens/values.ts';
import { findActingSeller, notASeller } from '../acting.ts';

/** Posters for WeChat groups and walls, stickers for boxes: asked for here, drawn by a job. */
export const share = flow('seller-share', {
  commands: { poster: choose },
  taps: { 'posters/:page': showPage, 'poster/:product': poster, 'sticker/:order': sticker },
});

/** `/poster` lists products; `/poster 核桃`, or having only one product, draws its poster. */
async function choose(turn: Turn<'rest'>): Promise<Reply> {
  const { shop, person, chat, params } = turn;
  const seller = await findActingSeller(turn);
  if (!seller) return notASeller;
  const named = params.rest === '' ? undefined : await shop.catalogue.searchOwn(seller.id, params.rest);
  const found = named ?? (await shop.catalogue.pageOfSeller(seller.id, 0)).items;
  const [only, ...others] = found.filter(isSold);
  const isOne = only && others.length === 0;
  if (isOne && (await shop.sharing.poster(person.id, only.id, chat.id))) return drawing;
  return showPage({ ...turn, params: { page: '0' } });
}

const isSold = ({ status }: Product): boolean => status === 'on-sale';

async function showPage(turn: Turn<'page'>): Promise<Reply> {
  const seller = await findActingSeller(turn);
  if (!seller) return notASeller;
  const page = await turn.shop.catalogue.pageOfSeller(seller.id, parsePage(turn.params.page));
  const sold = page.items.filter(isSold);
  return [
    {
      text: say(sold.length === 0 && page.pages === 1 ? 'poster-none' : 'poster-which'),
      buttons: [
        ...sold.map(shareButton),
        ...pager(page, (to) => tap('posters/:page', { page: to })),
        [homeButton],
      ],
    },
  ];
}

const shareButton = (product: Product): Button[] => [
  {
    label: say('sheet-title', { title: productName(product) }),
    tap: tap('poster/:product', { product: product.id }),
  },
];

const drawing: Reply = [{ text: say('share-drawing'), fresh: true }];

async function poster({ shop, person, chat, params }: Turn<'product'>): Promise<Reply> {
  const isWanted = await shop.sharing.poster(person.id, params.product, chat.id);
  return isWanted ? drawing : [{ text: say('poster-none'), buttons: [[homeButton]] }];
}

async function sticker({ shop, person, chat, params }: Turn<'order'>): Promise<Reply> {
  const isWanted = await shop.sharing.sticker(person.id, params.order, chat.id);
  return isWanted ? drawing : [{ text: say('order-not-found'), buttons: [[homeButton]] }];
}
