import { tap } from '../../../chat/dsl/action.ts';
import { type Button, type Reply, say, type Text } from '../../../chat/dsl/screen.ts';
import { flow, type Turn } from '../../flow.ts';
import { formatPayload } from '../../screens/links/deep-link.ts';
import { homeButton, priceValue, productName } from '../../screens/values.ts';

/** Passing a product on, with links that open it in the shop. */
export const share = flow('share', { taps: { 'share/:product': shareProduct } });

async function shareProduct({ shop, entryLinks, params, chat }: Turn<'product'>): Promise<Reply> {
  const found = await shop.catalogue.byId(params.product);
  if (!found) return [{ text: say('product-gone'), buttons: [[homeButton]] }];
  const links = entryLinks.to('buyer', formatPayload({ is: 'product', id: found.id }));
  const isWeb = chat.channel === 'web-buyer';
  // People on the web pass on what opens in a browser.
  const link = (isWeb ? links.at(-1) : links[0]) ?? '';
  const back: Button = { label: say('back'), tap: tap('product/:product', { product: found.id }) };
  if (link === '') return [{ text: say('share-not-now'), buttons: [[back, homeButton]], fresh: true }];
  const pass: Button = { label: say(isWeb ? 'share-copy' : 'share-send'), share: found.title, link };
  // An address of this very computer opens nowhere else.
  const lines: Text[] = links
    .filter((url) => url === link || url.startsWith('https:'))
    .map((url) => say('share-link', { url }));
  return [
    {
      text: [say('share-text', { title: productName(found), price: priceValue(found) }), ...lines],
      buttons: [[pass], [back, homeButton]],
      fresh: true,
    },
  ];
}
