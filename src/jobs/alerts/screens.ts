import type { Channel, DeviceNotice } from '../../chat/dsl/channel.ts';
import { parseLocale } from '../../chat/dsl/event.ts';
import type { Screen } from '../../chat/dsl/screen.ts';
import type { DirectContent } from '../../chat/engine/direct.ts';
import type { AlertId, PersonId } from '../../db/ids.ts';
import { inTransaction, type TxContext } from '../../db/work.ts';
import { alertScreen } from '../../flows/screens/messages/alert-screen.ts';
import { type Alert, findAlertInProgress } from '../../shop/notifications/alerts/alerts.ts';
import type { AlertRecipient, RecipientKey } from '../../shop/notifications/alerts/recipients.ts';
import { createShop } from '../../shop/shop.ts';
import { alertNotice } from './notice.ts';
import type { SenderDeps } from './sender.ts';
import { type Shared, shareStarts, type WaitingRecipient } from './shared.ts';

/** A claimed recipient, and what they are sent. */
export interface ReadyRecipient extends AlertRecipient {
  readonly content: DirectContent;
  readonly notice: DeviceNotice;
  readonly shared?: Shared | undefined;
}

/** The recipients that are settled with this one. */
export const withCompanions = (one: ReadyRecipient): readonly RecipientKey[] => [
  one,
  ...(one.shared?.companions ?? []),
];

/** What became of claimed recipients: these are sent to now, those are due again a little later. */
export interface Composed {
  readonly ready: readonly ReadyRecipient[];
  readonly waiting: readonly WaitingRecipient[];
}

type ComposeDeps = Pick<SenderDeps, 'appContext' | 'engine'>;
type Compose = (
  recipient: AlertRecipient,
  shared?: Shared,
) => Promise<Pick<ReadyRecipient, 'content' | 'notice'> | undefined>;

/**
 * Composes an alert for its recipients from current data, once for all who are told the same in the same language.
 * Undefined where the alert is no longer true.
 */
export async function composeAlert(
  { appContext, engine }: ComposeDeps,
  channel: Channel,
  alertId: AlertId,
  recipients: readonly AlertRecipient[],
): Promise<Composed | undefined> {
  return inTransaction(appContext, async (context) => {
    const alert = await findAlertInProgress(context, alertId);
    if (!alert) return undefined;
    const compose = createCompose(context, engine, channel, alert);
    // All of them before any other is claimed along: an alert that is no longer true claims nobody.
    const alone = await composeEach(recipients, compose);
    if (!alone) return undefined;
    const { shared, waiting } = await shareStarts(context, channel, alert, recipients);
    if (shared.size === 0 && waiting.length === 0) return { ready: alone, waiting };
    const sent = recipients.filter(({ personId }) => !waiting.some((one) => one.personId === personId));
    const ready = await composeEach(sent, (one) => compose(one, shared.get(one.personId)), shared);
    if (!ready) throw new Error('an alert was true and is not, within one transaction');
    return { ready, waiting };
  });
}

async function composeEach(
  recipients: readonly AlertRecipient[],
  compose: Compose,
  shared?: ReadonlyMap<PersonId, Shared>,
): Promise<ReadyRecipient[] | undefined> {
  const ready: ReadyRecipient[] = [];
  for (const one of recipients) {
    const composed = await compose(one);
    if (!composed) return undefined;
    ready.push({ ...one, ...composed, shared: shared?.get(one.personId) });
  }
  return ready;
}

/**
 * Reads each screen once, and composes it once for each language: recipients differ by why they hear and by what else
 * they hear.
 */
function createCompose(
  context: TxContext,
  engine: ComposeDeps['engine'],
  channel: Channel,
  alert: Alert,
): Compose {
  const screens = new Map<string, Screen | undefined>();
  const contents = new Map<string, DirectContent>();
  return async (one, shared) => {
    const streams = shared?.streams ?? [];
    const said = [one.isFollower, one.stage, ...streams].join(' ');
    if (!screens.has(said))
      screens.set(said, await alertScreen(createShop(context), alert, { ...one, streams }));
    const screen = screens.get(said);
    if (!screen) return undefined;
    const edit = shared?.replaced && { hadPhoto: shared.replaced.hadPhoto };
    const kind = [one.locale, edit?.hadPhoto, said].join(' ');
    const content =
      contents.get(kind) ?? engine.direct.compose(channel, parseLocale(one.locale, 'zh'), screen, edit);
    contents.set(kind, content);
    return { content, notice: alertNotice(alert, one.chatId, shared?.first) };
  };
}
