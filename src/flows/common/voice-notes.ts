import { type Reply, say } from '../../chat/dsl/screen.ts';
import type { Turn } from '../flow.ts';
import { homeButton } from '../screens/values.ts';

/** The longest voice note, enough for a product or an order. */
const MOST_SECONDS = 120;

/** Handles a voice note: a job transcribes it, shows the text, and handles it as if it had been typed. */
export async function receiveVoice({ shop, chat, body }: Turn): Promise<Reply> {
  if (body.is !== 'voice' || !('fileId' in body.file))
    return [{ text: say('voice-cannot'), buttons: [[homeButton]] }];
  if (body.seconds > MOST_SECONDS) return [{ text: say('voice-too-long'), buttons: [[homeButton]] }];
  await shop.voiceNotes.listen(chat.id, body.file.fileId);
  return [{ text: say('voice-listening'), keepsQuestion: true }];
}
