import { later } from '../../db/outbox.ts';
import type { Work } from '../../db/work.ts';

/** A recording is listened to later: that takes seconds, and nobody waits in a transaction. */
export const voices = (work: Work) => ({
  /** `fileId` is the channel's own id of the recording that came into the chat. */
  listen: (chatId: string, fileId: string) => later(work, 'hear-voice', { chat: chatId, file: fileId }),
});
