import { tap } from '../../../chat/dsl/action.ts';
import { type Button, type Reply, say } from '../../../chat/dsl/screen.ts';
import { readOrderNumber } from '../../../shop/orders/order-number.ts';
import { flow, type Turn } from '../../flow.ts';
import { pager, parsePage } from '../../screens/values.ts';
import { officeButton, officeOnly } from './office.ts';

/** The office's list of parked events and failed jobs, and bans. */
export const parkedAndFailed = flow('office-trouble', {
  commands: { ban: banCommand },
  taps: {
    'parked/:page': showParked,
    'parked-again/:event': retryParked,
    'parked-drop/:event': dropParked,
    'failed/:page': showFailed,
    'failed-again/:work': retryFailed,
    'ban/:person': ban,
    'unban/:person': unban,
    'banned/:page': showBanned,
  },
});

async function showParked({ shop, person, params }: Turn<'page'>): Promise<Reply> {
  const page = await shop.admin.parked(person.id, parsePage(params.page));
  if (!page) return officeOnly;
  const buttons = page.items.map((one): Button[] => [
    { label: say('parked-again', { name: one.name }), tap: tap('parked-again/:event', { event: one.id }) },
    { label: say('parked-drop'), tap: tap('parked-drop/:event', { event: one.id }) },
  ]);
  const lines = page.items.map((one) =>
    say('parked-line', { name: one.name, at: { time: one.at }, channel: one.channel }),
  );
  return [
    {
      text: [say(lines.length === 0 ? 'parked-none' : 'parked-title'), ...lines],
      buttons: [...buttons, ...pager(page, (to) => tap('parked/:page', { page: to })), [officeButton]],
    },
  ];
}

async function retryParked(turn: Turn<'event'>): Promise<Reply> {
  const isDone = await turn.shop.admin.retryParked(turn.person.id, turn.params.event);
  return after(isDone, 'parked-tried', () => showParked({ ...turn, params: { page: '0' } }));
}

async function dropParked(turn: Turn<'event'>): Promise<Reply> {
  const isDone = await turn.shop.admin.dropParked(turn.person.id, turn.params.event);
  return after(isDone, 'parked-dropped', () => showParked({ ...turn, params: { page: '0' } }));
}

/** The list after the tap, with its result as a toast. */
async function after(isDone: boolean | undefined, done: string, list: () => Promise<Reply>): Promise<Reply> {
  if (isDone === undefined) return officeOnly;
  return [{ toast: say(isDone ? done : 'office-gone') }, ...(await list())];
}

async function showFailed({ shop, person, params }: Turn<'page'>): Promise<Reply> {
  const page = await shop.admin.failed(person.id, parsePage(params.page));
  if (!page) return officeOnly;
  const buttons = page.items.map((one): Button[] => [
    { label: say('failed-again', { job: one.job }), tap: tap('failed-again/:work', { work: one.id }) },
  ]);
  const lines = page.items.map((one) => say('failed-line', { job: one.job, at: { time: one.at } }));
  return [
    {
      text: [say(lines.length === 0 ? 'failed-none' : 'failed-title'), ...lines],
      buttons: [...buttons, ...pager(page, (to) => tap('failed/:page', { page: to })), [officeButton]],
    },
  ];
}

async function retryFailed(turn: Turn<'work'>): Promise<Reply> {
  const isDone = await turn.shop.admin.retryFailed(turn.person.id, turn.params.work);
  return after(isDone, 'failed-tried', () => showFailed({ ...turn, params: { page: '0' } }));
}

/** `/ban A-0317`: the buyer of that order. */
async function banCommand({ shop, person, params }: Turn<'rest'>): Promise<Reply> {
  if (!(await shop.admin.isOf(person.id))) return officeOnly;
  const number = readOrderNumber(params.rest);
  const buyer = number ? await shop.admin.findBuyer(person.id, number) : undefined;
  if (!buyer) return [{ text: say('ban-whom'), buttons: [[officeButton]] }];
  const yes: Button = {
    label: say('ban-yes'),
    tap: tap('ban/:person', { person: buyer.id }),
    tone: 'danger',
  };
  return [{ text: say('ban-ask', { name: buyer.name }), buttons: [[yes, officeButton]] }];
}

async function ban(turn: Turn<'person'>): Promise<Reply> {
  const isDone = await turn.shop.admin.ban(turn.person.id, turn.params.person);
  return after(isDone, 'banned-toast', () => showBanned({ ...turn, params: { page: '0' } }));
}

async function unban(turn: Turn<'person'>): Promise<Reply> {
  const isDone = await turn.shop.admin.unban(turn.person.id, turn.params.person);
  return after(isDone, 'unbanned-toast', () => showBanned({ ...turn, params: { page: '0' } }));
}

async function showBanned({ shop, person, params }: Turn<'page'>): Promise<Reply> {
  const page = await shop.admin.banned(person.id, parsePage(params.page));
  if (!page) return officeOnly;
  const buttons = page.items.map((one): Button[] => [
    { label: say('unban', { name: one.name }), tap: tap('unban/:person', { person: one.id }) },
  ]);
  return [
    {
      text: say(page.items.length === 0 ? 'banned-none' : 'banned-title'),
      buttons: [...buttons, ...pager(page, (to) => tap('banned/:page', { page: to })), [officeButton]],
    },
  ];
}
