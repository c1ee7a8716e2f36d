import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';

const gzipped = promisify(gzip);
const brotli = promisify(brotliCompress);
/** Near the smallest, at a fifth of the time. */
const QUALITY = 9;
/** For what is said once: it costs a phone's line more than us. */
const QUICK = 4;
/** What is smaller than a packet gains nothing. */
const MIN_BYTES = 1_000;

/** A text that is sent again and again, packed when it is asked for first. */
export interface PackedText {
  send(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply>;
}

export function createPackedText(text: string, type: string): PackedText {
  const kept = new Map<Encoding, Promise<Uint8Array>>();
  const packed = (encoding: Encoding): Promise<Uint8Array> => {
    const found = kept.get(encoding) ?? pack(text, encoding, QUALITY);
    kept.set(encoding, found);
    return found;
  };
  return {
    async send(request, reply) {
      reply.type(`${type}; charset=utf-8`).header('vary', 'accept-encoding');
      const encoding = chooseEncoding(request);
      return encoding
        ? reply.header('content-encoding', encoding).send(await packed(encoding))
        : reply.send(text);
    },
  };
}

/** Sends what is meant for one person, packed where it is long. */
export async function sendPackedJson(
  request: FastifyRequest,
  reply: FastifyReply,
  body: unknown,
): Promise<FastifyReply> {
  const text = JSON.stringify(body);
  const encoding = text.length < MIN_BYTES ? undefined : chooseEncoding(request);
  reply.type('application/json; charset=utf-8').header('vary', 'accept-encoding');
  if (!encoding) return reply.send(text);
  return reply.header('content-encoding', encoding).send(await pack(text, encoding, QUICK));
}

type Encoding = 'br' | 'gzip';

function chooseEncoding({ headers }: FastifyRequest): Encoding | undefined {
  const accepted = String(headers['accept-encoding'] ?? '');
  if (/\bbr\b/.test(accepted)) return 'br';
  return /\bgzip\b/.test(accepted) ? 'gzip' : undefined;
}

const pack = (text: string, encoding: Encoding, quality: number): Promise<Uint8Array> =>
  encoding === 'br' ? brotli(text, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }) : gzipped(text);
