import { tap } from '../../../chat/dsl/action.ts';
import { ask } from '../../../chat/dsl/flow.ts';
import { type Asking, type Button, type Screen, say, type Text } from '../../../chat/dsl/screen.ts';
import { priceLine } from '../../../shop/cart/cart.ts';
import { findMissing, type Missing } from '../../../shop/catalogue/listings/listings.ts';
import type { Doubt, Hints } from '../../../shop/catalogue/listings/plausibility.ts';
import type { Product } from '../../../shop/catalogue/products/catalogue.ts';
import type { Fen } from '../../../shop/values/money.ts';
import {
  type BaseQuantity,
  baseQuantity,
  NO_QUANTITY,
  timesQuantity,
} from '../../../shop/values/quantity.ts';
import { inRows, moneyValue, priceValue, productName, quantityValue } from '../values.ts';
import { lawButtons, lawWarnings } from './law-warning.ts';
import { productText } from './product-text.ts';

/** A draft as buyers will see it, with the one thing that is still missing, or looks wrong, asked. */
export function draftScreen(product: Product, hints: Hints = {}): Screen {
  const [missing] = findMissing(product);
  const question = missing
    ? [questionFor(missing, product)]
    : [hints.doubt ? doubtText(product, hints.doubt) : say('draft-ready')];
  const buttons = missing
    ? [...answersTo(missing, product, hints), [discard(product)]]
    : hints.doubt
      ? doubtButtons(product, hints.doubt)
      : readyButtons(product);
  return {
    text: [say('draft-title'), ...factLines(product), ...lawWarnings(product), ...question],
    photo: product.photos[0],
    buttons: [...lawButtons(product), ...buttons],
    focus: { product: product.id },
    yes: missing || hints.doubt ? undefined : tap('publish/:product', { product: product.id }),
    fresh: true,
  };
}

/** … whose next message is the answer, however old the draft is. */
export function askedDraft(product: Product, hints: Hints): Screen {
  const asks: Asking = ask('draft', { product: product.id });
  return { ...draftScreen(product, hints), asks };
}

/** A complete draft as buyers will read it; an incomplete one line by line. */
function factLines(product: Product): Text[] {
  const { title, blurb, blurbEn, price, available, photos, packs } = product;
  const count = say('draft-photos', { count: photos.length });
  if (findMissing(product).length === 0)
    return [
      productText({ ...product, status: 'on-sale' }),
      ...inEnglish(product),
      ...packsText(product),
      count,
    ];
  return [
    ...(title === '' ? [] : [say('draft-name', { title: { own: title } })]),
    ...(price === 0 ? [] : [say('draft-price', { price: priceValue(product) })]),
    ...packs.map((pack) => say('draft-pack', { quantity: quantityValue(product, pack.quantity) })),
    ...(available === 0 ? [] : [say('draft-stock', { quantity: quantityValue(product, available) })]),
    ...(blurb === '' ? [] : [say('draft-blurb', { blurb: { own: blurb, en: blurbEn } })]),
    count,
  ];
}

/** What those who read English will read instead. */
const inEnglish = ({ titleEn, blurbEn }: Product): Text[] =>
  titleEn === null ? [] : [say('draft-english', { title: titleEn, blurb: blurbEn ? ` · ${blurbEn}` : '' })];

/** What buyers will find on their buttons. */
const packsText = (product: Product): Text[] =>
  product.packs.map(({ quantity }) =>
    say('draft-button', {
      quantity: quantityValue(product, quantity),
      total: moneyValue(priceLine(product, quantity).total),
    }),
  );

const questionFor = (missing: Missing, product: Product): Text =>
  say(`draft-asks-${missing}`, {
    title: productName(product),
    example: say(`amount-example-${product.measure}`),
  });

/** What the answer often is, to be tapped: the price such things have here, a round amount. */
function answersTo(missing: Missing, product: Product, { usual }: Hints): Button[][] {
  if (missing === 'price' && usual) return [[priceButton(product, usual.price, usual.priceQuantity)]];
  if (missing !== 'stock') return [];
  const { id } = product;
  const unit = product.packs[0]?.quantity ?? product.priceQuantity;
  const amounts = [20, 50, 100, 200].map((times): Button => {
    const quantity = timesQuantity(unit, times);
    return {
      label: say('draft-amount', { quantity: quantityValue(product, quantity) }),
      tap: tap('draft-stock/:product/:quantity', { product: id, quantity }),
    };
  });
  return inRows(amounts, 2);
}

const priceButton = (product: Product, fen: Fen, per: BaseQuantity, measure = product.measure): Button => ({
  label: say('draft-price-button', { price: priceValue({ price: fen, priceQuantity: per, measure }) }),
  tap: tap('draft-price/:product/:fen/:per/:measure', { product: product.id, fen, per, measure }),
});

/** The units in which villagers price their goods. */
const UNITS = [
  { measure: 'MASS', per: baseQuantity(500) },
  { measure: 'MASS', per: baseQuantity(1_000) },
  { measure: 'COUNT', per: baseQuantity(1) },
  { measure: 'VOLUME', per: baseQuantity(1_000) },
] as const;

/** A price was said, but not for how much. */
export function perWhatScreen(product: Product, fen: Fen): Screen {
  const isKnown = product.available > 0;
  const units = UNITS.filter(({ measure }) => !isKnown || measure === product.measure);
  const buttons = units.map(({ measure, per }) => priceButton(product, fen, per, measure));
  return {
    text: say('draft-asks-unit', { title: productName(product), price: moneyValue(fen) }),
    buttons: [...inRows(buttons, 2), [discard(product)]],
    asks: ask('draft-unit', { product: product.id, fen }),
    focus: { product: product.id },
    fresh: true,
  };
}

const discard = ({ id }: Product): Button => ({
  label: say('draft-discard'),
  tap: tap('discard/:product', { product: id }),
  tone: 'danger',
});

const readyButtons = (product: Product): Button[][] => [
  [{ label: say('draft-publish'), tap: tap('publish/:product', { product: product.id }), tone: 'success' }],
  [
    { label: say('draft-write'), tap: tap('write/:product', { product: product.id }) },
    { label: say('mine-edit'), tap: tap('edit/:product', { product: product.id }) },
  ],
  [discard(product)],
];

function doubtText(product: Product, doubt: Doubt): Text {
  const { measure, available } = product;
  if (doubt.is === 'price')
    return say('doubt-price', {
      title: productName(product),
      said: priceValue(product),
      usual: priceValue({ ...doubt.usual, measure }),
    });
  const usual = doubt.is === 'stock' ? doubt.usual : NO_QUANTITY;
  return say('doubt-stock', {
    title: productName(product),
    said: quantityValue(product, available),
    usual: quantityValue(product, usual),
  });
}

/** The yes carries the very figures that it confirms. */
function doubtButtons(product: Product, { is }: Doubt): Button[][] {
  const { id, price, available } = product;
  const field = is === 'price' ? 'price' : 'stock';
  return [
    [
      {
        label: say('doubt-publish'),
        tap: tap('publish-sure/:product/:price/:stock', { product: id, price, stock: available }),
      },
    ],
    [
      {
        label: say('doubt-correct'),
        tap: tap('edit/:product/:field', { product: id, field }),
        tone: 'primary',
      },
      discard(product),
    ],
  ];
}
