import { z } from 'zod';
import { ACTION_BYTES } from '../../chat/dsl/action.ts';
import { type EventBody, sides } from '../../chat/dsl/event.ts';
import { type ChatId, idShape, type MediaId, type RecordingId } from '../../db/ids.ts';

/** Nearly the length of Telegram's longest message. */
export const TEXT_CHARS = 4_000;
const CAPTION_CHARS = 1_000;

/** A side in a path. */
export const sideShape = z.object({ side: z.enum(sides) });

const action = z
  .string()
  .min(1)
  .refine((text) => Buffer.byteLength(text) <= ACTION_BYTES);

/** PostgreSQL cannot store NUL. */
const words = (most: number) =>
  z
    .string()
    .max(most)
    .transform((text) => text.replaceAll('\u0000', '').trim());

const bodyShape = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('text'), text: words(TEXT_CHARS).refine((text) => text !== '') }),
  z.strictObject({ is: z.literal('tap'), action, message: z.uuid() }),
  z.strictObject({
    is: z.literal('command'),
    name: z.string().regex(/^[a-z_]{1,32}$/),
    rest: z.string().max(200).default(''),
  }),
  z.strictObject({
    is: z.literal('photos'),
    /** What the upload answered: a media id and the proof that this person uploaded it. */
    files: z.array(z.string().max(200)).min(1).max(10),
    caption: words(CAPTION_CHARS).default(''),
    album: z.uuid().optional(),
  }),
  /** `recording` is what the upload answered: an id and the proof that this person uploaded it. */
  z.strictObject({
    is: z.literal('voice'),
    recording: z.string().max(200),
    seconds: z.number().min(0).max(3_600),
  }),
  z.strictObject({
    is: z.literal('location'),
    latitude: z.number().min(-90).max(90),
    longitude: z.number().min(-180).max(180),
  }),
]);

/** What a browser posts. `key` is made there, so that a retry is the same event; `chat` is whose page it is. */
export const postedShape = z.strictObject({ key: z.uuid(), chat: idShape<ChatId>(), body: bodyShape });
type PostedBody = z.infer<typeof bodyShape>;

/** What stands behind an upload, if this person made it. */
interface FindUploads {
  readonly media: (upload: string) => MediaId | undefined;
  readonly recording: (upload: string) => RecordingId | undefined;
}

/** The event in a post; undefined where what it brings was not uploaded by its person. */
export function eventBody(body: PostedBody, find: FindUploads): EventBody | undefined {
  if (body.is === 'voice') {
    const fileId = find.recording(body.recording);
    return fileId && { is: 'voice', file: { fileId }, seconds: body.seconds };
  }
  if (body.is !== 'photos') return body;
  const media = body.files.map(find.media).filter((id) => id !== undefined);
  if (media.length !== body.files.length) return undefined;
  const { caption, album } = body;
  return { is: 'photos', files: media.map((id) => ({ media: id })), caption, ...(album && { album }) };
}
