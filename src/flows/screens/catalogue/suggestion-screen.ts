import { tap } from '../../../chat/dsl/action.ts';
import { ask } from '../../../chat/dsl/flow.ts';
import { type Screen, say, type Text } from '../../../chat/dsl/screen.ts';
import type { WriterDraftId } from '../../../db/ids.ts';
import type { Product } from '../../../shop/catalogue/products/catalogue.ts';
import type { WrittenDraft } from '../../../shop/catalogue/texts/writer-drafts.ts';
import { homeButton } from '../values.ts';

interface Wording {
  readonly title: string;
  readonly blurb: string;
  readonly points: readonly string[];
  readonly tags: readonly string[];
}

/** The writer's proposal; nothing changes until the seller accepts it. `byKey` names who wrote it. */
export function suggestionScreen(
  product: Product,
  id: WriterDraftId,
  text: { readonly zh: Wording; readonly en: Wording },
  byKey: string,
): Screen {
  return {
    text: [
      say(byKey),
      ...wordingText('suggestion-zh', text.zh),
      ...wordingText('suggestion-en', text.en),
      say('suggestion-how'),
    ],
    buttons: [
      [{ label: say('suggestion-take'), tap: tap('take/:writing', { writing: id }), tone: 'success' }],
      [
        { label: say('suggestion-again'), tap: tap('write/:product', { product: product.id }) },
        { label: say('suggestion-why'), tap: tap('why/:writing', { writing: id }) },
      ],
      [{ label: say('suggestion-leave'), tap: tap('draft/:product', { product: product.id }) }],
    ],
    fresh: true,
  };
}

const wordingText = (key: string, { title, blurb, points, tags }: Wording): Text[] => [
  say(key, { title, blurb }),
  ...(points.length > 0
    ? [say('suggestion-points', { points: points.map((point) => `· ${point}`).join('\n') })]
    : []),
  ...(tags.length > 0 ? [say('suggestion-tags', { tags: tags.map((tag) => `#${tag}`).join(' ') })] : []),
];

/** A text is being written: it can be stopped, and what is said next is how it should be. */
export const writingScreen = ({ id }: Pick<Product, 'id'>): Screen => ({
  text: say('writing-now'),
  buttons: [[{ label: say('writing-stop'), tap: tap('stop-writing/:product', { product: id }) }]],
  asks: ask('rewrite', { product: id }),
  focus: { product: id },
  fresh: true,
});

/** What each sentence of a text rests on. */
export function receiptScreen({ receipts, id, productId }: WrittenDraft): Screen {
  const lines = receipts.map(({ sentence, facts }) =>
    facts.length > 0
      ? say('receipt-line', { sentence, facts: facts.join('；') })
      : say('receipt-line-plain', { sentence }),
  );
  return {
    text: [say('receipt-title'), ...lines],
    buttons: [
      [{ label: say('suggestion-take'), tap: tap('take/:writing', { writing: id }), tone: 'success' }],
      [{ label: say('suggestion-again'), tap: tap('write/:product', { product: productId }) }, homeButton],
    ],
    asks: ask('rewrite', { product: productId }),
    fresh: true,
  };
}
