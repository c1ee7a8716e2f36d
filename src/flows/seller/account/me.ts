import { forget, forgetLater, forgetStay, forgetYes, privacy } from '../../common/privacy.ts';
import { flow } from '../../flow.ts';

/** What the shop knows of a seller's person, and erasing it. */
export const sellerMe = flow('seller-me', {
  commands: { privacy, forget },
  taps: { privacy, forget, 'forget-yes': forgetYes, 'forget-later': forgetLater, 'forget-stay': forgetStay },
});
