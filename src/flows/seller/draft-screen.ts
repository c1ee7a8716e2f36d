import { tap } from '../../chat/action.ts';
import { type Button, type Screen, say, type Text } from '../../chat/screen.ts';
import type { Product } from '../../shop/catalogue.ts';
import { type Missing, missingOf } from '../../shop/offers.ts';
import { priceOf, quantityOf, titleOf } from '../show.ts';

/** A draft as buyers will see it, with the one thing that is still missing asked. */
export function draftScreen(product: Product): Screen {
  const [missing] = missingOf(product);
  const text: Text[] = [
    say('draft-title'),
    ...factsOf(product),
    ...(missing ? [questionFor(missing, product)] : [say('draft-ready')]),
  ];
  return {
    text,
    photo: product.photos[0],
    buttons: missing ? [[discard(product)]] : readyButtons(product),
    fresh: true,
  };
}

function factsOf(product: Product): Text[] {
  const { title, titleEn, blurb, blurbEn, price, measure, available, photos, packs } = product;
  return [
    ...(title === '' ? [] : [say('draft-name', { title: { own: title }, english: titleEn ?? '' })]),
    ...(price === 0 ? [] : [say('draft-price', { price: priceOf(product) })]),
    ...packs.map((pack) => say('draft-pack', { quantity: quantityOf(measure, pack.quantity) })),
    ...(available === 0 ? [] : [say('draft-stock', { quantity: quantityOf(measure, available) })]),
    ...(blurb === '' ? [] : [say('draft-blurb', { blurb: { own: blurb, en: blurbEn } })]),
    say('draft-photos', { count: photos.length }),
  ];
}

const questionFor = (missing: Missing, product: Product): Text =>
  say(`draft-asks-${missing}`, {
    title: titleOf(product),
    example: say(`amount-example-${product.measure}`),
  });

const discard = ({ id }: Product): Button => ({
  label: say('draft-discard'),
  tap: tap('discard/:product', { product: id }),
  tone: 'danger',
});

const readyButtons = (product: Product): Button[][] => [
  [{ label: say('draft-publish'), tap: tap('publish/:product', { product: product.id }), tone: 'success' }],
  [{ label: say('draft-write'), tap: tap('write/:product', { product: product.id }) }, discard(product)],
];

/** What the writer proposes; nothing changes until the seller takes it. `byKey` says honestly who wrote it. */
export function suggestionScreen(
  product: Product,
  draft: { zh: Wording; en: Wording },
  byKey: string,
): Screen {
  const show = (key: string, { title, blurb }: Wording) => say(key, { title, blurb });
  return {
    text: [say(byKey), show('suggestion-zh', draft.zh), show('suggestion-en', draft.en)],
    buttons: [
      [
        {
          label: say('suggestion-take'),
          tap: tap('take/:product', { product: product.id }),
          tone: 'success',
        },
      ],
      [
        { label: say('suggestion-again'), tap: tap('write/:product', { product: product.id }) },
        { label: say('suggestion-leave'), tap: tap('draft/:product', { product: product.id }) },
      ],
    ],
    fresh: true,
  };
}

interface Wording {
  readonly title: string;
  readonly blurb: string;
}
