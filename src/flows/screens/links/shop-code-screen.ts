import { type Screen, say } from '../../../chat/dsl/screen.ts';
import type { MediaId } from '../../../db/ids.ts';
import type { SellerProfile } from '../../../shop/sellers/profile.ts';
import { homeButton, sellerName } from '../values.ts';

/** A shop's code with its link, to be sent on and printed. */
export const shopCodeScreen = (
  profile: Pick<SellerProfile, 'name' | 'nameEn'>,
  link: string,
  photo: MediaId,
): Screen => ({
  text: [say('myshop-code-here', { name: sellerName(profile) }), say('myshop-link', { link })],
  photo,
  buttons: [[homeButton]],
  fresh: true,
});
