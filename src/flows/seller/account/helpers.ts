import { tap } from '../../../chat/dsl/action.ts';
import { type Button, type Reply, type Screen, say } from '../../../chat/dsl/screen.ts';
import type { Member, Membership } from '../../../shop/sellers/members.ts';
import { rights } from '../../../shop/sellers/sellers.ts';
import { flow, type Turn } from '../../flow.ts';
import { formatPayload } from '../../screens/links/deep-link.ts';
import { homeButton, sellerName } from '../../screens/values.ts';
import { findActingSeller, notASeller } from '../acting.ts';
import { whyStays } from '../admin/office-people.ts';
import { dropScreen, helperScreen, helpersScreen, inviteScreen, parseRights } from './helpers-screen.ts';

/** Who may act for a household, and for whom a helper acts now. */
export const helpers = flow('helpers', {
  commands: { helpers: showAll },
  taps: {
    helpers: showAll,
    'helper/:person': showOne,
    'helper-new/:rights': chooseRights,
    'helper-link/:rights': makeLink,
    'helper-right/:person/:right/:on': setRight,
    'helper-drop/:person': askDrop,
    'helper-drop-yes/:person': drop,
    acting: chooseSeller,
    'act/:seller': act,
  },
});

/** The acting seller and its members; only for its owner. */
async function owned(
  turn: Turn<string>,
): Promise<{ seller: Membership; all: readonly Member[] } | { refused: Reply }> {
  const seller = await findActingSeller(turn);
  if (!seller) return { refused: notASeller };
  const all = await turn.shop.members.of(turn.person.id, seller.id);
  return all ? { seller, all } : { refused: [onlyOwner] };
}

const onlyOwner: Screen = { text: say('helpers-only-owner'), buttons: [[homeButton]] };

async function showAll(turn: Turn<string>): Promise<Reply> {
  const own = await owned(turn);
  return 'refused' in own ? own.refused : [helpersScreen(own.all, turn.person.id)];
}

async function chooseRights(turn: Turn<'rights'>): Promise<Reply> {
  const own = await owned(turn);
  return 'refused' in own ? own.refused : [inviteScreen(parseRights(turn.params.rights))];
}

/** The link works once, for a week; it is shown only here. */
async function makeLink(turn: Turn<'rights'>): Promise<Reply> {
  const own = await owned(turn);
  if ('refused' in own) return own.refused;
  const allowed = parseRights(turn.params.rights);
  const token = await turn.shop.members.inviteHelper(turn.person.id, own.seller.id, allowed);
  const links =
    token === undefined ? [] : turn.entryLinks.toSend('seller', formatPayload({ is: 'invite', token }));
  return [
    {
      text: [say('helper-link-here'), ...links.map((link) => say('helper-link-line', { link }))],
      buttons: [[{ label: say('back'), tap: tap('helpers') }]],
    },
  ];
}

async function helper(
  turn: Turn<'person'>,
): Promise<{ seller: Membership; member: Member } | { refused: Reply }> {
  const own = await owned(turn);
  if ('refused' in own) return own;
  const member = own.all.find(
    ({ personId }) => personId === turn.params.person && personId !== turn.person.id,
  );
  return member ? { seller: own.seller, member } : { refused: [helpersScreen(own.all, turn.person.id)] };
}

async function showOne(turn: Turn<'person'>): Promise<Reply> {
  const own = await helper(turn);
  return 'refused' in own ? own.refused : [helperScreen(own.member)];
}

async function setRight(turn: Turn<'person' | 'right' | 'on'>): Promise<Reply> {
  const own = await helper(turn);
  if ('refused' in own) return own.refused;
  const right = rights.find((one) => one === turn.params.right);
  if (right)
    await turn.shop.members.allow(
      turn.person.id,
      own.seller.id,
      own.member.personId,
      right,
      turn.params.on === '1',
    );
  return showOne(turn);
}

async function askDrop(turn: Turn<'person'>): Promise<Reply> {
  const own = await helper(turn);
  return 'refused' in own ? own.refused : [dropScreen(own.member)];
}

async function drop(turn: Turn<'person'>): Promise<Reply> {
  const own = await helper(turn);
  if ('refused' in own) return own.refused;
  const { seller, member } = own;
  const removed = await turn.shop.members.remove(turn.person.id, seller.id, member.personId);
  if (!removed.ok) return [{ toast: whyStays(removed.refusal) }, ...(await showAll(turn))];
  const to = await turn.shop.members.chats(member.personId);
  const farewell: Screen = { text: say('helper-gone-notice', { seller: sellerName(seller) }) };
  return [
    { toast: say('helper-dropped', { name: member.name }) },
    { to, screen: farewell },
    ...(await showAll(turn)),
  ];
}

async function chooseSeller({ shop, person }: Turn<string>): Promise<Reply> {
  const all = await shop.sellers.of(person.id);
  if (all.length === 0) return notASeller;
  const buttons = all.map((seller): Button[] => [
    {
      label: say('acting-as', { seller: sellerName(seller) }),
      tap: tap('act/:seller', { seller: seller.id }),
    },
  ]);
  return [{ text: say('acting-which'), buttons: [...buttons, [homeButton]] }];
}

/** Nothing changes for a household that is not theirs. */
async function act(turn: Turn<'seller'>): Promise<Reply> {
  if (!(await turn.shop.members.actFor(turn.person.id, turn.params.seller))) return chooseSeller(turn);
  const seller = await findActingSeller(turn);
  if (!seller) return notASeller;
  return [
    { toast: say('acting-toast', { seller: sellerName(seller) }) },
    { text: say('acting-now', { seller: sellerName(seller) }), buttons: [[homeButton]] },
  ];
}
