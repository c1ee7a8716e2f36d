import { tap } from '../../../../chat/dsl/action.ts';
import { type Button, type Screen, say, type Text } from '../../../../chat/dsl/screen.ts';
import type { SellerView } from '../../../../shop/catalogue/listings/seller-view.ts';
import type { Product } from '../../../../shop/catalogue/products/catalogue.ts';
import { baseQuantity } from '../../../../shop/values/quantity.ts';
import { lawButtons, lawWarnings } from '../../../screens/catalogue/law-warning.ts';
import { saleText } from '../../../screens/catalogue/product-text.ts';
import { dateText } from '../../../screens/dates.ts';
import { homeButton, moneyValue, priceValue, productName, quantityValue } from '../../../screens/values.ts';
import { preorderButton } from '../../orders/preorders.ts';

/** A seller's own product: its state, who waits for it, and what can be changed. */
export function myListingsScreen(product: Product, sheet?: SellerView): Screen {
  const { id, photos } = product;
  const params = { product: id };
  return {
    text: [
      ...standing(product),
      ...lawWarnings(product),
      ...(sheet ? beside(product, sheet) : []),
      howToChange(product),
    ],
    photo: photos[0],
    focus: params,
    buttons: [
      ...lawButtons(product),
      toggles(product),
      [
        { label: say('mine-edit'), tap: tap('edit/:product', params) },
        { label: say('mine-history'), tap: tap('history/:product/:page', { ...params, page: 0 }) },
      ],
      [
        preorderButton(id, product.expectedOn !== null),
        { label: say('draft-write'), tap: tap('write/:product', params) },
        { label: say('book-open'), tap: tap('answers/:product/:page', { ...params, page: 0 }) },
      ],
      [{ label: say('mine-all'), tap: tap('mine/:page', { page: 0 }) }, homeButton],
    ],
  };
}

function standing(product: Product): Text[] {
  const { available, held, status, packs, blurb, blurbEn, harvestedOn, expectedOn, minimumQuantity } =
    product;
  return [
    say('mine-title', { title: productName(product), price: priceValue(product) }),
    ...saleText(product),
    say(`mine-status-${status}`),
    say('mine-left', { quantity: quantityValue(product, available) }),
    ...(held > 0 ? [say('mine-held', { quantity: quantityValue(product, held) })] : []),
    ...(minimumQuantity === null
      ? []
      : [say('mine-minimum', { quantity: quantityValue(product, minimumQuantity) })]),
    ...(blurb === '' ? [] : [say('draft-blurb', { blurb: { own: blurb, en: blurbEn } })]),
    ...(harvestedOn === null ? [] : [say('product-harvest', { day: dateText(harvestedOn) })]),
    ...(expectedOn === null ? [] : [say('product-expected', { day: dateText(expectedOn) })]),
    ...packs.map(({ quantity, price }) =>
      price === null
        ? say('draft-pack', { quantity: quantityValue(product, quantity) })
        : say('mine-pack-price', { quantity: quantityValue(product, quantity), price: moneyValue(price) }),
    ),
  ];
}

function beside(product: Product, { views, season, personLimit, waiting }: SellerView): Text[] {
  const { people, quantity } = waiting;
  return [
    ...(season.length > 0 ? [say('mine-season', { months: season.join('、') })] : []),
    ...(personLimit === null ? [] : [say('mine-limit', { quantity: quantityValue(product, personLimit) })]),
    say('mine-views', { count: views }),
    ...(people === 0
      ? []
      : [
          quantity > 0
            ? say('mine-waiting', { count: people, quantity: quantityValue(product, quantity) })
            : say('mine-waiting-some', { count: people }),
        ]),
  ];
}

/** Examples in what the product is counted in. */
function howToChange(product: Product): Text {
  const { measure, unit } = product;
  const size = unit?.size ?? (measure === 'COUNT' ? 1 : 500);
  const amount = (count: number) => quantityValue(product, baseQuantity(count * size));
  return say('mine-how', { left: amount(30), more: amount(100) });
}

function toggles({ id, status }: Product): Button[] {
  const params = { product: id };
  const resume: Button = {
    label: say('mine-resume'),
    tap: tap('publish/:product', params),
    tone: 'success',
  };
  if (status !== 'on-sale') return [resume];
  return [
    { label: say('mine-pause'), tap: tap('pause/:product', params) },
    { label: say('poster-button'), tap: tap('poster/:product', params) },
  ];
}
