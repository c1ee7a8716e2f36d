import type { Channel } from '../../chat/dsl/channel.ts';
import { findNewest } from '../../chat/outbound/history/newest.ts';
import type { ReplacedMessage } from '../../chat/outbound/messages.ts';
import type { AlertId, PersonId, StreamId } from '../../db/ids.ts';
import type { TxContext } from '../../db/work.ts';
import type { Alert } from '../../shop/notifications/alerts/alerts.ts';
import { audienceStage } from '../../shop/notifications/alerts/audience-pages.ts';
import {
  type AlertRecipient,
  type RecipientKey,
  settleRecipients,
} from '../../shop/notifications/alerts/recipients.ts';
import {
  claimShared,
  findNearStarts,
  findSharedLines,
  firstStarted,
  isBefore,
  type SharedMessage,
  type Start,
  shareMessage,
  type WaitsFor,
} from '../../shop/notifications/alerts/shared-starts.ts';
import { alertCause } from './notice.ts';
import { AGAIN_MS, SOON_MS } from './pace.ts';

/** What one recipient's message says besides its own stream, and what becomes of that when it is sent. */
export interface Shared {
  /** The other streams it tells of. */
  readonly streams: readonly StreamId[];
  /** Of all of them the one that started first. */
  readonly first: StreamId;
  /** Recipients of other alerts that are sent with this one. */
  readonly companions: readonly RecipientKey[];
  /** The message whose place it takes, and the alert that it was sent for. */
  readonly replaced?: ReplacedMessage & { readonly alertId: AlertId };
}

export interface SharedStarts {
  readonly shared: ReadonlyMap<PersonId, Shared>;
  /** Other starts are on their way to these, who are due again a little later. */
  readonly waiting: readonly WaitingRecipient[];
}

export type WaitingRecipient = RecipientKey & { readonly againInMs: number };

/** Of two that met at one person the earlier start looks again first: else they might meet again and again. */
const WAITS_MS: Readonly<Record<WaitsFor, number>> = { first: AGAIN_MS, 'on-its-way': SOON_MS };

/** They hear of it since they follow the village; whoever follows the seller hears of that seller alone. */
const isVillageFollower = ({ stage, isFollower }: AlertRecipient): boolean =>
  stage === audienceStage.followsVillage || (stage === audienceStage.bought && !isFollower);

const NOTHING: SharedStarts = { shared: new Map(), waiting: [] };

/** Finds the starts that reach these recipients as one message with this one, and claims what is due of them. */
export async function shareStarts(
  context: TxContext,
  channel: Channel,
  alert: Alert,
  recipients: readonly AlertRecipient[],
): Promise<SharedStarts> {
  const followers = recipients.filter(isVillageFollower);
  if (alert.kind !== 'stream-start' || followers.length === 0) return NOTHING;
  const persons = followers.map(({ personId }) => personId);
  if (channel.tellsOf) return { shared: await findSaid(context, alert.id, persons), waiting: [] };
  const found = await findNearStarts(context, alert.id, persons);
  if (!found) return NOTHING;
  const near = Map.groupBy(found.near, ({ personId }) => personId);
  const plans = new Map<AlertRecipient, SharedMessage>();
  const waiting: WaitingRecipient[] = [];
  for (const recipient of followers) {
    const plan = shareMessage(found.own, near.get(recipient.personId) ?? []);
    if (typeof plan === 'string') waiting.push({ ...recipient, againInMs: WAITS_MS[plan] });
    else plans.set(recipient, plan);
  }
  const claimed = await claimCompanions(context, plans);
  const outrun = findOutrun(found.own, plans, claimed);
  for (const recipient of outrun) plans.delete(recipient);
  waiting.push(
    ...outrun.map((one) => ({ ...one, againInMs: WAITS_MS.first })),
    ...companionsOf(outrun, claimed),
  );
  await putOff(context, waiting);
  return { shared: await shareClaimed(context, channel, found.own, plans, claimed), waiting };
}

type Plans = ReadonlyMap<AlertRecipient, SharedMessage>;

const claimCompanions = async (context: TxContext, plans: Plans): Promise<RecipientKey[]> => {
  const wanted = [...plans.values()].flatMap(({ together }) => together);
  return wanted.length > 0 ? claimShared(context, wanted) : [];
};

/**
 * An earlier start was due when it was looked for, and another process has claimed it since. That process counts on this
 * one to wait, as one does for whatever is on its way.
 */
const findOutrun = (own: Start, plans: Plans, claimed: readonly RecipientKey[]): AlertRecipient[] =>
  [...plans].flatMap(([recipient, { together }]) =>
    together.some((one) => isBefore(one, own) && !claimed.some((key) => isSame(key, one))) ? [recipient] : [],
  );

const isSame = (a: RecipientKey, b: RecipientKey): boolean =>
  a.personId === b.personId && a.alertId === b.alertId;

/** Claimed for nothing: they come again before those who waited for them. */
const companionsOf = (
  outrun: readonly AlertRecipient[],
  claimed: readonly RecipientKey[],
): WaitingRecipient[] =>
  claimed
    .filter(({ personId }) => outrun.some((one) => one.personId === personId))
    .map((key) => ({ ...key, againInMs: 0 }));

async function putOff(context: TxContext, waiting: readonly WaitingRecipient[]): Promise<void> {
  for (const [alertId, its] of Map.groupBy(waiting, (one) => one.alertId)) {
    const ends = its.map(({ personId, againInMs }) => ({ personId, state: 'due' as const, againInMs }));
    await settleRecipients(context, alertId, ends);
  }
}

async function shareClaimed(
  context: TxContext,
  channel: Channel,
  own: Start,
  plans: Plans,
  claimed: readonly RecipientKey[],
): Promise<Map<PersonId, Shared>> {
  const messages = await findMessages(context, channel, plans);
  const shared = new Map<PersonId, Shared>();
  for (const [{ personId, chatId }, { again, together }] of plans) {
    const companions = claimed.filter((key) => key.personId === personId);
    const alertId = again[0]?.messageOf;
    const message = alertId && messages.get(alertCause(alertId, chatId));
    const lines = [
      ...(message ? again : []),
      ...together.filter((one) => companions.some((key) => isSame(key, one))),
    ];
    if (lines.length === 0) continue;
    const replaced = message && { replaced: { ...message, alertId } };
    const streams = lines.map(({ streamId }) => streamId);
    shared.set(personId, {
      streams,
      first: firstStarted<Start>(own, ...lines).streamId,
      companions,
      ...replaced,
    });
  }
  return shared;
}

/** What is no longer the last thing in a chat has been read or passed by: nothing is added to it. */
async function findMessages(
  context: TxContext,
  { can }: Channel,
  plans: Plans,
): Promise<ReadonlyMap<string, ReplacedMessage>> {
  if (!can.buttons) return new Map();
  const wanted = [...plans].flatMap(
    ([
      { chatId },
      {
        again: [line],
      },
    ]) => (line ? [{ chatId, cause: alertCause(line.messageOf, chatId) }] : []),
  );
  return findNewest(context, wanted);
}

/** Devices are told what the message that stands in the chat says. */
async function findSaid(
  context: TxContext,
  alertId: AlertId,
  persons: readonly PersonId[],
): Promise<Map<PersonId, Shared>> {
  const found = await findSharedLines(context, alertId, persons);
  const lines = Map.groupBy(found, ({ personId }) => personId);
  return new Map(
    [...lines].flatMap(([personId, [one, ...more]]) => {
      if (!one || more.length === 0) return [];
      const streams = [one, ...more].filter((line) => line.alertId !== alertId);
      const first = firstStarted(one, ...more).streamId;
      return [[personId, { streams: streams.map(({ streamId }) => streamId), first, companions: [] }]];
    }),
  );
}
