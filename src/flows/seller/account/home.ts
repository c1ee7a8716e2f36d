import { tap } from '../../../chat/dsl/action.ts';
import { type Button, type Reply, type Screen, say } from '../../../chat/dsl/screen.ts';
import type { Membership } from '../../../shop/sellers/members.ts';
import type { Joined, SellerCard } from '../../../shop/sellers/sellers.ts';
import { helpWith, languageThen } from '../../common/help.ts';
import { tourButtons } from '../../common/tour.ts';
import { flow, type Turn } from '../../flow.ts';
import { parsePayload } from '../../screens/links/deep-link.ts';
import { inRows, productName, sellerName } from '../../screens/values.ts';
import { findActingSeller, hasRight, notASeller } from '../acting.ts';
import { officeButton } from '../admin/office.ts';
import { foundingFirst } from '../founding.ts';
import { rightsText } from './helpers-screen.ts';

const help = helpWith('help-seller');
const language = languageThen(showHome);

/** Joining by invite, the seller's first screen, help and language. */
export const home = flow('seller-home', {
  commands: { start, help, language },
  taps: { home: showHome, help, languages: language, 'language/:locale': language },
});

async function start(turn: Turn<'rest'>): Promise<Reply> {
  const target = parsePayload(turn.params.rest);
  if (target?.is !== 'invite') return showHome(turn);
  const joined = await turn.shop.sellers.join(turn.person.id, target.token);
  if (!joined.ok) return [{ text: say('invite-spent') }];
  if (!joined.seller) return welcomeToOffice(turn);
  await turn.shop.members.actFor(turn.person.id, joined.seller.id);
  return [await welcome(turn, joined), ...(await notifyOwners(turn, joined)), ...(await showHome(turn))];
}

/** The first operator founds the village. */
async function welcomeToOffice(turn: Turn<string>): Promise<Reply> {
  const founding = await foundingFirst(turn);
  if (founding) return [{ text: say('joined-office-first') }, ...founding];
  return [{ text: say('joined-office'), buttons: [[officeButton]] }];
}

type JoinedSeller = Extract<Joined, { isNew: boolean }>;

async function welcome(turn: Turn<string>, { seller, role }: JoinedSeller): Promise<Screen> {
  const name = sellerName(seller);
  if (role === 'owner')
    return {
      text: say('joined', { name }),
      buttons: [[{ label: say('setup-begin'), tap: tap('setup/:step', { step: 'name' }), tone: 'primary' }]],
    };
  const mine = await findActingSeller(turn);
  return { text: say('joined-helper', { name, rights: rightsText(mine?.rights ?? []) }) };
}

/** Notifies the owner that a helper has joined. */
async function notifyOwners({ shop, person, chat }: Turn<string>, joined: JoinedSeller): Promise<Reply> {
  if (joined.role === 'owner' || !joined.isNew) return [];
  const to = (await shop.sellers.chats(joined.seller.id)).filter((id) => id !== chat.id);
  return [{ to, screen: { text: say('helper-came', { name: person.name }) } }];
}

async function showHome(turn: Turn<string>): Promise<Reply> {
  const seller = await findActingSeller(turn);
  if (!seller) return notASeller;
  const [draft] = await turn.shop.listings.drafts(turn.person.id, seller.id);
  const goOn: Button[][] = draft
    ? [
        [
          {
            label: say('home-draft', {
              title: draft.title === '' ? say('draft-untitled') : productName(draft),
            }),
            tap: tap('draft/:product', { product: draft.id }),
          },
        ],
      ]
    : [];
  const more = [...goOn, ...(await tourButtons(turn)), ...(turn.person.isOperator ? [[officeButton]] : [])];
  return [homeScreen(seller, more)];
}

function homeScreen(seller: Membership, goOn: Button[][]): Screen {
  return {
    text: [say('seller-home', { name: sellerName(seller) }), ...homeState(seller)],
    buttons: [
      ...goOn,
      [
        { label: say('seller-home-orders'), tap: tap('sold/:page', { page: 0 }), tone: 'primary' },
        ...(hasRight(seller, 'post')
          ? [{ label: say('seller-home-products'), tap: tap('mine/:page', { page: 0 }) }]
          : []),
      ],
      ...inRows(allowedTo(seller), 2),
      [
        { label: say('seller-home-live'), tap: tap('go-live'), tone: 'danger' },
        { label: say('seller-home-plan'), tap: tap('plan') },
      ],
      [
        { label: say('myshop-button'), tap: tap('my-shop') },
        ...(seller.role === 'owner' ? [{ label: say('helpers-button'), tap: tap('helpers') }] : []),
      ],
      [
        { label: say('home-help'), tap: tap('help') },
        { label: say('home-language'), tap: tap('languages') },
      ],
    ],
  };
}

/** Buttons that need a right. */
const allowedTo = (seller: Membership): Button[] => [
  ...(hasRight(seller, 'pack') ? [{ label: say('home-pack'), tap: tap('pack/:page', { page: 0 }) }] : []),
  ...(hasRight(seller, 'money')
    ? [{ label: say('home-sales'), tap: tap('sales/:period', { period: 'today' }) }]
    : []),
];

const homeState = ({ state }: SellerCard) => (state === 'open' ? [] : [say(`shop-${state}`)]);
