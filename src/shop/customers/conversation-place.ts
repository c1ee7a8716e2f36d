import { type SealedPlace, sealedAt } from '../../db/crypto/sealed-columns.ts';
import type { ConversationId, PersonId } from '../../db/ids.ts';

interface Said {
  readonly conversationId: ConversationId;
  readonly personId: PersonId;
  readonly at: Date;
}

/** Where the text of a message between a buyer and a seller is sealed: its id is not known before it is written. */
export const conversationPlace = ({ conversationId, personId, at }: Said): SealedPlace =>
  sealedAt('conversation_message.sealed', conversationId, personId, at);
