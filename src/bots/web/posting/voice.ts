import '@fastify/multipart';
import type { FastifyInstance } from 'fastify';
import { isRecording, storeRecording } from '../../../chat/store/recordings.ts';
import { type PersonId, parseId, type RecordingId } from '../../../db/ids.ts';
import type { WebDeps } from '../deps.ts';
import type { Visits } from '../visits/visit.ts';
import { sideShape } from '../wire.ts';
import { readUpload, type UploadGuards } from './upload-guards.ts';

/** Two minutes of a browser that records as finely as it can. */
const VOICE_BYTES = 4_000_000;

/** Recordings on their way from a browser into an event. */
export interface Recordings {
  /** Stores it; returns an upload id that only `person` can put into an event. Nothing where it is no recording. */
  keep(person: PersonId, bytes: Uint8Array): Promise<string | undefined>;
  /** The recording behind an upload of `person`. */
  find(person: PersonId, upload: string): RecordingId | undefined;
}

export function createRecordings({ appContext }: Pick<WebDeps, 'appContext'>): Recordings {
  const { db: tx, cipher, clock } = appContext;
  const proof = (person: PersonId, id: RecordingId): string =>
    cipher.lastingFingerprint(`recording ${person} ${id}`);
  return {
    async keep(person, bytes) {
      if (!isRecording(bytes)) return undefined;
      const id = await storeRecording({ tx, cipher, now: clock.now() }, person, bytes);
      return `${id}.${proof(person, id)}`;
    },
    find(person, upload) {
      const [id, given] = upload.split('.');
      const recording = parseId<RecordingId>(id);
      return recording !== undefined && given === proof(person, recording) ? recording : undefined;
    },
  };
}

/** Takes what people say into a microphone, where somebody can write it down. */
export function voiceRoute(
  app: FastifyInstance,
  deps: WebDeps,
  visits: Visits,
  recordings: Recordings,
  guards: UploadGuards,
): void {
  app.post('/api/:side/voice', { onRequest: guards }, async (request, reply) => {
    if (!deps.hearsVoice) return reply.code(404).send({ error: 'voice-off' });
    const visitor = await visits.find(request, sideShape.parse(request.params).side);
    if (!visitor) return reply.code(401).send({ error: 'no-session' });
    const part = await request.file({ limits: { fileSize: VOICE_BYTES, files: 1 } });
    const bytes = part && (await readUpload(part));
    if (part && !bytes) return reply.code(413).send({ error: 'voice-large' });
    const recording = bytes && (await recordings.keep(visitor.person, bytes));
    return recording ? { recording } : reply.code(415).send({ error: 'voice-unknown' });
  });
}
