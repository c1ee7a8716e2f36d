import { tap } from '../../../chat/dsl/action.ts';
import { type Button, type Message, type Reply, say } from '../../../chat/dsl/screen.ts';
import type { JobName } from '../../../db/outbox/job-names.ts';
import { flow, type Turn } from '../../flow.ts';
import { banButton, pager, parsePage, personName } from '../../screens/values.ts';
import { officeButton, officeOnly } from './office.ts';

/** The office's list of parked events and failed jobs. */
export const parkedAndFailed = flow('office-trouble', {
  taps: {
    'parked/:page': showParked,
    'parked-again/:event': retryParked,
    'parked-drop/:event': dropParked,
    'failed/:page': showFailed,
    'failed-again/:work': retryFailed,
  },
});

async function showParked({ shop, person, params }: Turn<'page'>): Promise<Reply> {
  const page = await shop.admin.parked(person.id, parsePage(params.page));
  if (!page) return officeOnly;
  const buttons = page.items.map((one): Button[] => [
    {
      label: say('parked-again', { name: personName(one.name) }),
      tap: tap('parked-again/:event', { event: one.id }),
    },
    { label: say('parked-drop'), tap: tap('parked-drop/:event', { event: one.id }) },
    ...(one.personId ? [banButton(one.personId)] : []),
  ]);
  const lines = page.items.map((one) =>
    say('parked-line', {
      name: personName(one.name),
      at: { time: one.at },
      channel: channelText(one.channel),
    }),
  );
  return [
    {
      text: [say(lines.length === 0 ? 'parked-none' : 'parked-title'), ...lines],
      buttons: [...buttons, ...pager(page, (to) => tap('parked/:page', { page: to })), [officeButton]],
    },
  ];
}

/** Where somebody wrote, as a clerk says it. */
const channelText = (channel: string): Message =>
  say(
    channel.startsWith('telegram-')
      ? 'channel-telegram'
      : channel.startsWith('web-')
        ? 'channel-web'
        : 'channel-other',
  );

const JOBS: readonly string[] = [
  'alert',
  'draw-poster',
  'draw-sales',
  'draw-shop-code',
  'draw-sticker',
  'fetch-photo',
  'hear-voice',
  'show-draft',
  'translate-message',
  'translate-product',
  'write-blurb',
] satisfies JobName[];

/** What a job does, in words that nobody has to look up. */
const jobText = (job: string): Message => say(JOBS.includes(job) ? `job-${job}` : 'job-other');

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
    {
      label: say('failed-again', { job: jobText(one.job) }),
      tap: tap('failed-again/:work', { work: one.id }),
    },
  ]);
  const lines = page.items.map((one) => say('failed-line', { job: jobText(one.job), at: { time: one.at } }));
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
