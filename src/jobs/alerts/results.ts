import { type Batcher, createBatcher } from '../../async/batcher.ts';
import type { Channel, DeliveryResult } from '../../chat/dsl/channel.ts';
import { setBlocked } from '../../chat/store/chats.ts';
import { logFault } from '../../db/client/away.ts';
import type { AlertId } from '../../db/ids.ts';
import type { TxContext } from '../../db/work.ts';
import { type RecipientEnd, settleRecipients } from '../../shop/notifications/alerts/recipients.ts';
import { alertCause } from './notice.ts';
import { AGAIN_MS } from './pace.ts';
import type { ReadyRecipient } from './screens.ts';
import type { SenderDeps } from './sender.ts';
import { settleShared } from './shared-results.ts';

/** How sending to one recipient ended. */
export interface AlertResult {
  readonly recipient: ReadyRecipient;
  readonly end: DeliveryResult;
}

/**
 * Writes results: the messages of a batch by one statement and its recipients by another, in one transaction. Those that
 * could not be written stay claimed until their lease lapses. `togetherMs` is how long results are gathered that are written together, `tellOn` the channel on which those are told further who
 * have push.
 */
export function createResults(
  deps: SenderDeps,
  channel: Channel,
  togetherMs: number,
  tellOn?: string,
): Batcher<AlertResult> {
  const write = async (alertId: AlertId, results: readonly AlertResult[]): Promise<void> => {
    const sent = results.flatMap(({ recipient, end }) =>
      end.is === 'sent' && !channel.tellsOf
        ? [
            {
              ...recipient.content,
              ...messageKeys(recipient),
              platformId: end.platformId ?? platformId(recipient),
            },
          ]
        : [],
    );
    await deps.engine.direct.record(channel, sent, async (context) => {
      const ends = results.map((one) => ({
        ...toEnd(one, tellOn),
        ...{ is: one.end.is, shared: one.recipient.shared },
      }));
      await settleRecipients(context, alertId, ends);
      await settleShared(context, alertId, ends);
      for (const result of results) await changeChat(context, result);
    });
  };

  return createBatcher<AlertResult>(
    async (results) => {
      for (const [alertId, its] of Map.groupBy(results, ({ recipient }) => recipient.alertId))
        await write(alertId, its).catch((error: unknown) =>
          logFault(deps.log, error, 'results of an alert were not written', { alert: alertId }),
        );
    },
    // One order for all processes: none waits for a row of another that waits for it.
    (a, b) => (a.recipient.personId < b.recipient.personId ? -1 : 1),
    togetherMs,
  );
}

const messageKeys = ({ alertId, chatId, shared }: ReadyRecipient) => ({
  chatId,
  cause: alertCause(alertId, chatId),
  replaced: shared?.replaced,
});

/** An edited message keeps its id on the platform. */
const platformId = ({ shared }: ReadyRecipient): string | undefined =>
  shared?.replaced?.platformId ?? undefined;

function toEnd({ recipient: { personId, hasPush }, end }: AlertResult, tellOn?: string): RecipientEnd {
  if (end.is === 'sent' && hasPush && tellOn) return { personId, state: 'due', tellOn };
  switch (end.is) {
    case 'unwell': // it may have arrived, and then is sent twice
      return { personId, state: 'due', againInMs: AGAIN_MS };
    case 'later':
      return { personId, state: 'due', ...(end.ofChat && { againInMs: end.ms }) };
    case 'moved':
      return { personId, state: 'due' };
    case 'sent':
    case 'refused':
    case 'gone':
      return { personId, state: end.is };
  }
}

async function changeChat(context: TxContext, { recipient: { chatId }, end }: AlertResult): Promise<void> {
  if (end.is === 'gone') await setBlocked(context.tx, chatId, true);
  if (end.is === 'moved')
    await context.tx.chat.update({ where: { id: chatId }, data: { address: end.address } });
}
