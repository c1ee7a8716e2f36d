import type OpenAI from 'openai';
import { toFile } from 'openai';

/** Transcripts are cut at the length of a chat message. */
const TRANSCRIPT_CHARS = 1_000;

/** The text of a recording; undefined where no model for it is set. */
export async function transcribeBy(
  client: OpenAI,
  model: string | undefined,
  recording: Uint8Array,
  totalMs: number,
): Promise<string | undefined> {
  if (!model) return undefined;
  const { name, type } = fileKind(recording);
  const file = await toFile(recording, name, { type });
  const { text } = await client.audio.transcriptions.create(
    { file, model },
    { signal: AbortSignal.timeout(totalMs) },
  );
  return text
    .replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
    .trim()
    .slice(0, TRANSCRIPT_CHARS);
}

/** Servers read the format from the file name. Telegram's voice notes are Opus in Ogg, browsers' WebM or MP4. */
function fileKind(recording: Uint8Array): { readonly name: string; readonly type: string } {
  const head = Buffer.from(recording.subarray(0, 12));
  if (head.subarray(0, 4).toString('hex') === '1a45dfa3') return { name: 'voice.webm', type: 'audio/webm' };
  if (head.subarray(4, 8).toString('latin1') === 'ftyp') return { name: 'voice.mp4', type: 'audio/mp4' };
  return { name: 'voice.ogg', type: 'audio/ogg' };
}
