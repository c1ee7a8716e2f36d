import type { MultipartFile } from '@fastify/multipart';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { WebDeps } from '../deps.ts';
import { slowDown, tooMany } from '../guards/limit.ts';
import { originGuard } from '../guards/origin.ts';
import { createSlots } from '../guards/slots.ts';
import type { Visits } from '../visits/visit.ts';

const UPLOADS = { burst: 20, perSecond: 1 };
/** The most uploads at a time of one browser, and of all browsers in this process. */
const UPLOADS_AT_ONCE = 3;
const ALL_UPLOADS_AT_ONCE = 60;
/** When many uploads are under way, a browser tries again after this. */
export const BUSY_MS = 5_000;

/** What an upload passes before its body is read; photos and recordings count together. */
export function createUploadGuards(deps: WebDeps, visits: Visits) {
  const own = createSlots(UPLOADS_AT_ONCE);
  const all = createSlots(ALL_UPLOADS_AT_ONCE);

  const takeSlot = async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const leave = own.take(visits.caller(request));
    const leaveAll = leave && all.take('all');
    if (!leave || !leaveAll) {
      leave?.();
      await tooMany(reply, BUSY_MS);
      return;
    }
    reply.raw.once('close', () => {
      leave();
      leaveAll();
    });
  };

  return [originGuard(deps.publicUrl), slowDown(UPLOADS, visits.caller), takeSlot];
}

export type UploadGuards = ReturnType<typeof createUploadGuards>;

/** The bytes of what was uploaded; undefined where they are too many. */
export async function readUpload(part: MultipartFile): Promise<Buffer | undefined> {
  try {
    return await part.toBuffer();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'FST_REQ_FILE_TOO_LARGE')
      return undefined;
    throw error;
  }
}
