import { tap } from '../../../../chat/dsl/action.ts';
import { type Button, type Reply, say } from '../../../../chat/dsl/screen.ts';
import { namesReminder, takesReminderBack } from '../../../../nlu/acts/talk/taken-back.ts';
import { parseDay } from '../../../../nlu/datetime.ts';
import type { Subscription } from '../../../../shop/notifications/subscriptions.ts';
import type { StreamCard } from '../../../../shop/streams/cards.ts';
import { localDay } from '../../../../shop/values/village-time.ts';
import type { Turn } from '../../../flow.ts';
import { whenText } from '../../../screens/streams/stream-text.ts';
import { homeButton } from '../../../screens/values.ts';

interface Reserved {
  readonly subscription: Subscription;
  readonly stream: StreamCard;
}

/** 明晚我有事，不用喊我了: the reserved stream is not reserved any more; of several it is asked which. */
export async function reminderOffAnswer(turn: Turn): Promise<Reply | undefined> {
  if (!takesReminderBack(turn.text)) return undefined;
  const { shop, person, focus } = turn;
  // With a card in sight it may be for who brings the parcel.
  if (focus.card && (await shop.checkout.current(person.id, turn.chat.id))) return undefined;
  const timeZone = await shop.sellers.timeZone();
  const all = await reservedOf(turn);
  const day = parseDay(turn.text, { now: turn.now, timeZone })?.toISOString().slice(0, 10);
  const meant = all.filter(({ stream: { plannedAt } }) => plannedAt && localDay(plannedAt, timeZone) === day);
  const [only, ...others] = meant.length > 0 ? meant : all;
  const isSure = namesReminder(turn.text) || meant.length > 0;
  if (!only) return isSure ? [noneSet()] : undefined;
  if (others.length > 0 || !isSure) return [whichOne([only, ...others], timeZone)];
  await shop.subscriptions.remove(person.id, only.subscription.id);
  return [
    {
      text: say('reminder-off', valuesOf(only, timeZone)),
      buttons: [
        [{ label: say('stream-reserve'), tap: tap('reserve/:stream', { stream: only.stream.id }) }],
        [homeButton],
      ],
      fresh: true,
    },
  ];
}

async function reservedOf({ shop, person }: Turn): Promise<readonly Reserved[]> {
  const subscriptions = (await shop.subscriptions.of(person.id)).filter(({ kind }) => kind === 'stream');
  const found = await Promise.all(
    subscriptions.map(async (subscription) =>
      subscription.kind === 'stream'
        ? { subscription, stream: await shop.streams.byId(subscription.targetId) }
        : undefined,
    ),
  );
  return found.flatMap((one) =>
    one?.stream?.state === 'planned' ? [{ subscription: one.subscription, stream: one.stream }] : [],
  );
}

const valuesOf = ({ stream: { sellerName, sellerNameEn, plannedAt } }: Reserved, timeZone: string) => ({
  seller: { own: sellerName, en: sellerNameEn },
  at: plannedAt ? whenText(plannedAt, timeZone) : '',
});

function whichOne(all: readonly Reserved[], timeZone: string) {
  const buttons = all.map((one): Button[] => [
    {
      label: say('reminder-off-one', valuesOf(one, timeZone)),
      tap: tap('unsubscribe/:subscription', { subscription: one.subscription.id }),
    },
  ]);
  return { text: say('reminder-off-which'), buttons: [...buttons, [homeButton]], fresh: true };
}

const noneSet = () => ({
  text: say('reminder-off-none'),
  buttons: [
    [
      { label: say('reminders-button'), tap: tap('reminders') },
      { label: say('reminder-off-follows'), tap: tap('follows') },
    ],
    [homeButton],
  ],
  fresh: true,
});
