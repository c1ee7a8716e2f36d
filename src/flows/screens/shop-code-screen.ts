import { type Screen, say } from '../../chat/dsl/screen.ts';
import type { Household } from '../../shop/sellers/profile.ts';
import { homeButton, nameOfSeller } from './values.ts';

/** A shop's code with its link, to be sent on and printed. */
export const codeScreen = (
  household: Pick<Household, 'name' | 'nameEn'>,
  link: string,
  photo: string,
): Screen => ({
  text: [say('myshop-code-here', { name: nameOfSeller(household) }), say('myshop-link', { link })],
  photo,
  buttons: [[homeButton]],
  fresh: true,
});
