import { tap } from '../../../chat/dsl/action.ts';
import { type Button, type Message, type Reply, type Screen, say } from '../../../chat/dsl/screen.ts';
import type { FoundPerson } from '../../../shop/admin/people.ts';
import { readOrderNumber } from '../../../shop/orders/order-number.ts';
import { flow, type Turn } from '../../flow.ts';
import { pager, parsePage, personName } from '../../screens/values.ts';
import { officeButton, officeOnly } from './office.ts';

/** Bans and their end; each asks first and says afterwards what was done. */
export const bans = flow('office-bans', {
  commands: { ban: banCommand },
  taps: {
    'ban-ask/:person': askBan,
    'ban/:person': ban,
    'unban-ask/:person': askUnban,
    // Buttons of earlier releases, which asked nothing.
    'unban/:person': askUnban,
    'unban-yes/:person': unban,
    'banned/:page': showBanned,
  },
});

/** `/ban A-0317`: the buyer of that order. */
async function banCommand({ shop, person, params }: Turn<'rest'>): Promise<Reply> {
  if (!(await shop.admin.isOf(person.id))) return officeOnly;
  const number = readOrderNumber(params.rest);
  const buyer = number ? await shop.admin.findBuyer(person.id, number) : undefined;
  if (!buyer) return [{ text: say('ban-whom'), buttons: [[officeButton]] }];
  return [banQuestion(buyer)];
}

/** From wherever a person is named. */
async function askBan({ shop, person, params }: Turn<'person'>): Promise<Reply> {
  const found = await shop.admin.findPerson(person.id, params.person);
  return found ? [{ ...banQuestion(found), fresh: true }] : officeOnly;
}

function banQuestion({ id, name, openOrders }: FoundPerson): Screen {
  const yes: Button = { label: say('ban-yes'), tap: tap('ban/:person', { person: id }), tone: 'danger' };
  return {
    text: [say('ban-ask', { name: personName(name) }), say('ban-means'), ordersText(openOrders)],
    buttons: [[yes], [officeButton]],
  };
}

/** What becomes of the orders that are open. */
const ordersText = (count: number): Message => say(count === 0 ? 'ban-no-orders' : 'ban-orders', { count });

async function ban(turn: Turn<'person'>): Promise<Reply> {
  const { shop, person, params } = turn;
  const found = await shop.admin.findPerson(person.id, params.person);
  if (!found) return officeOnly;
  if (!(await shop.admin.ban(person.id, found.id))) return gone(turn);
  const done = say('ban-done', { name: personName(found.name) });
  return [
    { toast: say('banned-toast') },
    ...(await bannedPage(turn, 0, [done, ordersText(found.openOrders)])),
  ];
}

async function askUnban({ shop, person, params }: Turn<'person'>): Promise<Reply> {
  const found = await shop.admin.findPerson(person.id, params.person);
  if (!found) return officeOnly;
  const yes: Button = { label: say('unban-yes'), tap: tap('unban-yes/:person', { person: found.id }) };
  const back: Button = { label: say('back'), tap: tap('banned/:page', { page: 0 }) };
  return [{ text: say('unban-ask', { name: personName(found.name) }), buttons: [[yes], [back]] }];
}

async function unban(turn: Turn<'person'>): Promise<Reply> {
  const { shop, person, params } = turn;
  const found = await shop.admin.findPerson(person.id, params.person);
  if (!found) return officeOnly;
  if (!(await shop.admin.unban(person.id, found.id))) return gone(turn);
  const done = say('unban-done', { name: personName(found.name) });
  return [{ toast: say('unbanned-toast') }, ...(await bannedPage(turn, 0, [done]))];
}

/** Somebody else was faster, or it is an operator, whom nobody bans. */
const gone = async (turn: Turn<string>): Promise<Reply> => [
  { toast: say('office-gone') },
  ...(await bannedPage(turn, 0)),
];

function showBanned(turn: Turn<'page'>): Promise<Reply> {
  return bannedPage(turn, parsePage(turn.params.page));
}

/** Who is banned, below what was done just now. */
async function bannedPage(
  { shop, person }: Turn<string>,
  wanted: number,
  done: readonly Message[] = [],
): Promise<Reply> {
  const page = await shop.admin.banned(person.id, wanted);
  if (!page) return officeOnly;
  const buttons = page.items.map((one): Button[] => [
    {
      label: say('unban', { name: personName(one.name) }),
      tap: tap('unban-ask/:person', { person: one.id }),
    },
  ]);
  return [
    {
      text: [...done, say(page.items.length === 0 ? 'banned-none' : 'banned-title')],
      buttons: [...buttons, ...pager(page, (to) => tap('banned/:page', { page: to })), [officeButton]],
    },
  ];
}
