import type { ChatId } from '../../db/ids.ts';
import { enqueue } from '../../db/outbox/outbox.ts';
import type { TxContext } from '../../db/work.ts';

/** Enqueues the transcription of a recording, which takes seconds, as a job. */
export const voiceNotes = (context: TxContext) => ({
  /** `fileId` is the channel's own id of the recording that came into the chat. */
  listen: (chatId: ChatId, fileId: string) => enqueue(context, 'hear-voice', { chat: chatId, file: fileId }),
});
