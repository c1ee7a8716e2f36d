import { sealedAt } from '../../db/crypto/sealed-columns.ts';
import { type MessageId, newId } from '../../db/ids.ts';
import type { TxContext } from '../../db/work.ts';
import type { MessageBody } from '../dsl/channel.ts';
import type { ChatRow } from '../store/chats.ts';
import {
  type Cause,
  firstState,
  type MessageComposer,
  notification,
  type ReplacedMessage,
} from './messages.ts';

/** A message that is not in the table yet. */
export interface ComposedMessage {
  readonly chat: ChatRow;
  readonly why: Cause;
  readonly body: MessageBody;
  /** The earlier message that it replaces. */
  readonly replaced?: ReplacedMessage | undefined;
}

/** … as its row. */
export interface MessageRow {
  readonly id: MessageId;
  readonly chat: ChatRow;
  readonly cause: string;
  readonly index: number;
  readonly place: bigint | null;
  readonly sealed: Uint8Array;
  /** What is sealed. */
  readonly body: MessageBody;
  readonly state: string;
  readonly platformId: string | null;
}

export const messageRow = (
  { cipher }: Pick<TxContext, 'cipher'>,
  composer: MessageComposer,
  { chat, why, body, replaced }: ComposedMessage,
): MessageRow => {
  const id = newId<MessageId>();
  return {
    id,
    chat,
    cause: why.cause,
    index: why.index,
    place: replaced?.place ?? null,
    sealed: cipher.encrypt(body, sealedAt('message.sealed', id)),
    body,
    state: firstState(composer, chat),
    platformId: replaced?.platformId ?? null,
  };
};

/** What readers of the table are told of these messages. */
export const notesAbout = (composer: MessageComposer, messages: readonly ComposedMessage[]): string[] =>
  messages
    .filter(({ chat }) => composer.readsTable(chat.channel))
    .map(({ chat }) => notification(chat.id, { is: 'messages' }));
