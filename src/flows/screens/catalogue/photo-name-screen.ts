import { tap } from '../../../chat/dsl/action.ts';
import { type Screen, say } from '../../../chat/dsl/screen.ts';
import type { Product } from '../../../shop/catalogue/products/catalogue.ts';
import type { ProposedName } from '../../../shop/catalogue/texts/model-uses.ts';

/** What a photo seems to show: nothing is named before its seller says yes. The question what it is stays open. */
export function photoNameScreen({ id }: Pick<Product, 'id'>, proposal: bigint, name: ProposedName): Screen {
  const title = { own: name.title, en: name.titleEn === '' ? null : name.titleEn };
  const yes = tap('named/:event', { event: String(proposal) });
  return {
    text: say('photo-name-ask', { title }),
    buttons: [
      [{ label: say('photo-name-yes', { title }), tap: yes, tone: 'success' }],
      [{ label: say('photo-name-no'), tap: tap('draft/:product', { product: id }) }],
    ],
    keepsQuestion: true,
    fresh: true,
  };
}
