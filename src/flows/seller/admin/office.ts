import { z } from 'zod';
import { tap } from '../../../chat/dsl/action.ts';
import { ask } from '../../../chat/dsl/flow.ts';
import {
  type Button,
  type Message,
  type Reply,
  type Screen,
  say,
  type Value,
} from '../../../chat/dsl/screen.ts';
import type { SellerProfile } from '../../../shop/admin/seller-list.ts';
import type { Today } from '../../../shop/admin/today.ts';
import { flow, type Turn } from '../../flow.ts';
import { formatPayload } from '../../screens/links/deep-link.ts';
import { homeButton, moneyValue, pager, parsePage } from '../../screens/values.ts';
import { foundingFirst, foundingQuestion } from '../founding.ts';

/** The village's office: today at a glance, inviting, approving and closing households. */
export const admin = flow('office', {
  commands: { office: show, invite: inviteCommand, payee },
  taps: {
    office: show,
    invite: askName,
    'families/:page': showSellers,
    'household/:seller': showOne,
    'household-close/:seller': askClosing,
    'household/:seller/:state': openOrAsk,
    'household-closed/:seller': (turn) => setState(turn, 'closed'),
    'invite-again/:seller': inviteAgain,
  },
  answers: { 'invite-name': { data: z.object({}), read: readName } },
});

/** The answer to people who are no operators. */
export const officeOnly: Reply = [{ text: say('office-only'), buttons: [[homeButton]] }];

export const officeButton: Button = { label: say('office-back'), tap: tap('office') };

async function show(turn: Turn<string>): Promise<Reply> {
  const { shop, person } = turn;
  const today = await shop.admin.today(person.id);
  if (!today) return officeOnly;
  return (await foundingFirst(turn)) ?? [todayScreen(today)];
}

function todayScreen(today: Today): Screen {
  const { orders, earned, buyers, unanswered, live, asking, waiting, parked, failed } = today;
  return {
    text: [
      say('office-title'),
      say('office-orders', { orders, buyers, earned: moneyValue(earned) }),
      say('office-open', { untouched: unanswered, live }),
      say('office-waiting', { asking, waiting }),
      ...(parked + failed > 0 ? [say('office-trouble', { parked, failed })] : []),
    ],
    buttons: [
      [
        {
          label: say('office-asking', { count: asking }),
          tap: tap('talks/:page', { page: 0 }),
          tone: 'primary',
        },
        { label: say('office-households', { count: waiting }), tap: tap('families/:page', { page: 0 }) },
      ],
      [
        { label: say('office-invite'), tap: tap('invite') },
        { label: say('office-banned'), tap: tap('banned/:page', { page: 0 }) },
      ],
      ...troubleButtons(today),
      [
        { label: say('office-people'), tap: tap('operators') },
        { label: say('office-newcomers'), tap: tap('newcomers') },
      ],
      [{ label: say('office-writer'), tap: tap('office-writer') }],
      [homeButton],
    ],
  };
}

/** Only where something is stuck: nobody has to learn these words on a day without trouble. */
const troubleButtons = ({ parked, failed }: Today): Button[][] => [
  ...(parked > 0
    ? [[{ label: say('office-parked', { count: parked }), tap: tap('parked/:page', { page: 0 }) }]]
    : []),
  ...(failed > 0
    ? [[{ label: say('office-failed', { count: failed }), tap: tap('failed/:page', { page: 0 }) }]]
    : []),
];

/** `/payee 岭头村合作社` sets whose account invoices are paid into; without a name it explains how. */
async function payee(turn: Turn<'rest'>): Promise<Reply> {
  const { shop, person, params } = turn;
  if (!(await shop.admin.isOf(person.id))) return officeOnly;
  const name = params.rest.trim().slice(0, NAME_CHARS);
  if (name === '') return [{ text: say('payee-ask'), buttons: [[officeButton]] }];
  const founding = await foundingFirst(turn);
  if (founding) return founding;
  const isNobody = name === '-';
  await shop.admin.setPayee(person.id, isNobody ? '' : name);
  return [{ text: isNobody ? say('payee-off') : say('payee-set', { name }), buttons: [[officeButton]] }];
}

/** `/invite 王秀英家`; without a name it asks for one. */
function inviteCommand(turn: Turn<'rest'>): Promise<Reply> {
  const name = turn.params.rest.trim();
  return name === '' ? askName(turn) : inviteNamed(turn, name);
}

async function askName(turn: Turn<string>): Promise<Reply> {
  if (!(await turn.shop.admin.isOf(turn.person.id))) return officeOnly;
  const founding = await foundingFirst(turn);
  return founding ?? [{ text: say('invite-ask'), asks: ask('invite-name'), fresh: true }];
}

function readName(turn: Turn): Promise<Reply> {
  return inviteNamed(turn, turn.text.trim());
}

const NAME_CHARS = 40;

async function inviteNamed(turn: Turn<string>, name: string): Promise<Reply> {
  if (name === '' || name.length > NAME_CHARS)
    return [{ text: say('invite-ask'), asks: ask('invite-name'), isMiss: true }];
  const made = await turn.shop.admin.invite(turn.person.id, name);
  if (!made) return officeOnly;
  if (!made.ok) return foundingQuestion(turn);
  return [inviteScreen(turn, name, made.token, made.isNew)];
}

async function inviteAgain(turn: Turn<'seller'>): Promise<Reply> {
  const found = await turn.shop.admin.household(turn.person.id, turn.params.seller);
  const token = found && (await turn.shop.admin.inviteAgain(turn.person.id, found.id));
  return found && token ? [inviteScreen(turn, profileName(found), token, false)] : officeOnly;
}

/** An invitation to pass on: a link that works once. */
function inviteScreen({ entryLinks }: Turn<string>, name: Value, token: string, isNew: boolean): Screen {
  const payload = formatPayload({ is: 'invite', token });
  const links = entryLinks.toSend('seller', payload);
  return {
    text: [
      say(isNew ? 'invite-made' : 'invite-made-again', { name }),
      ...links.map((url) => say('invite-link', { url })),
      ...(links.length === 0 ? [say('invite-command', { payload })] : []),
      say('invite-once'),
    ],
    buttons: [[officeButton]],
    fresh: true,
  };
}

async function showSellers({ shop, person, params }: Turn<'page'>): Promise<Reply> {
  const page = await shop.admin.households(person.id, parsePage(params.page));
  if (!page) return officeOnly;
  const buttons = page.items.map((one): Button[] => [
    {
      label: say('household-button', { name: profileName(one), state: stateText(one) }),
      tap: tap('household/:seller', { seller: one.id }),
    },
  ]);
  return [
    {
      text: say('households-title'),
      buttons: [...buttons, ...pager(page, (to) => tap('families/:page', { page: to })), [officeButton]],
    },
  ];
}

/** A shop is open once somebody of the family has come. */
const stateText = ({ state, people }: SellerProfile): Message =>
  say(state === 'open' && people.length === 0 ? 'household-invited' : `household-${state}`);

const profileName = ({ name, nameEn }: SellerProfile) => ({ own: name, en: nameEn });

async function showOne({ shop, person, params }: Turn<'seller'>): Promise<Reply> {
  const found = await shop.admin.household(person.id, params.seller);
  return found ? [sellerScreen(found)] : officeOnly;
}

function sellerScreen(one: SellerProfile): Screen {
  const open: Button = {
    label: say('household-do-open'),
    tap: tap('household/:seller/:state', { seller: one.id, state: 'open' }),
    tone: 'success',
  };
  const close: Button = {
    label: say('household-do-close'),
    tap: tap('household-close/:seller', { seller: one.id }),
    tone: 'danger',
  };
  return {
    text: [
      say('household-title', { name: profileName(one), state: stateText(one) }),
      ...(one.sells === '' ? [] : [say('household-sells', { words: one.sells })]),
      ...(one.pickupPlace === '' ? [] : [say('household-place', { place: one.pickupPlace })]),
      ...(one.people.length === 0 ? [] : [say('household-people', { names: one.people.join('、') })]),
      say('household-on-sale', { count: one.onSale }),
    ],
    buttons: [
      one.state === 'open' ? [close] : one.state === 'waiting' ? [open, close] : [open],
      [
        { label: say('household-invite'), tap: tap('invite-again/:seller', { seller: one.id }) },
        { label: say('household-members'), tap: tap('members/:seller', { seller: one.id }) },
      ],
      [{ label: say('office-all-households'), tap: tap('families/:page', { page: 0 }) }, officeButton],
    ],
  };
}

async function askClosing({ shop, person, params }: Turn<'seller'>): Promise<Reply> {
  const found = await shop.admin.household(person.id, params.seller);
  if (!found) return officeOnly;
  const close: Button = {
    label: say('household-close-yes'),
    tap: tap('household-closed/:seller', { seller: found.id }),
    tone: 'danger',
  };
  const back: Button = { label: say('back'), tap: tap('household/:seller', { seller: found.id }) };
  return [{ text: say('household-close-sure', { name: profileName(found) }), buttons: [[close], [back]] }];
}

/** Buttons of earlier releases close without a question: they ask now, too. */
function openOrAsk(turn: Turn<'seller' | 'state'>): Promise<Reply> {
  return turn.params.state === 'open' ? setState(turn, 'open') : askClosing(turn);
}

/** Sets a seller's state and notifies its members. */
async function setState({ shop, person, params }: Turn<'seller'>, state: 'open' | 'closed'): Promise<Reply> {
  const found = await shop.admin.setState(person.id, params.seller, state);
  if (!found) return officeOnly;
  const to = await shop.sellers.chats(found.id);
  return [
    sellerScreen(found),
    { to, screen: { text: say(`household-now-${state}`, { name: profileName(found) }), fresh: true } },
  ];
}
