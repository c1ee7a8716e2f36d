import { tap } from '../../chat/action.ts';
import { type Reply, type Screen, say } from '../../chat/screen.ts';
import type { SellerCard } from '../../shop/sellers.ts';
import { targetOf } from '../deep-link.ts';
import { helpWith, languageThen } from '../everyday.ts';
import { flow, type Turn } from '../flow.ts';
import { actingFor, notASeller } from './acting.ts';
import { officeButton } from './office.ts';

const help = helpWith('help-seller');
const language = languageThen(showHome);

/** Joining by invite, the seller's first screen, help and language. */
export const home = flow('seller-home', {
  commands: { start, help, language },
  taps: { home: showHome, help, languages: language, 'language/:locale': language },
});

async function start(turn: Turn<'rest'>): Promise<Reply> {
  const target = targetOf(turn.params.rest);
  if (target?.is !== 'invite') return showHome(turn);
  const joined = await turn.shop.sellers.join(turn.person.id, target.token);
  if (!joined.ok) return [{ text: say('invite-spent') }];
  if (!joined.seller) return [{ text: say('joined-office'), buttons: [[officeButton]] }];
  return [{ text: say('joined', { name: nameOf(joined.seller) }) }, homeScreen(joined.seller)];
}

const nameOf = ({ name, nameEn }: SellerCard) => ({ own: name, en: nameEn });

async function showHome(turn: Turn<string>): Promise<Reply> {
  const seller = await actingFor(turn);
  return seller ? [homeScreen(seller)] : notASeller;
}

function homeScreen(seller: SellerCard): Screen {
  return {
    text: say('seller-home', { name: nameOf(seller) }),
    buttons: [
      [
        { label: say('seller-home-orders'), tap: tap('sold/:page', { page: 0 }), tone: 'primary' },
        { label: say('seller-home-products'), tap: tap('mine/:page', { page: 0 }) },
      ],
      [
        { label: say('seller-home-live'), tap: tap('go-live'), tone: 'danger' },
        { label: say('seller-home-plan'), tap: tap('plan') },
      ],
      [
        { label: say('delivery'), tap: tap('delivery') },
        { label: say('home-help'), tap: tap('help') },
        { label: say('home-language'), tap: tap('languages') },
      ],
    ],
  };
}
