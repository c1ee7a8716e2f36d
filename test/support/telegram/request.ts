import type { IncomingMessage } from 'node:http';
import { ApiError, badRequest } from './failure.ts';

/** A file that came with a call. */
export interface Upload {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** What a call brought: by JSON, form, multipart or in the URL. A file in the field `photo` reads as `attach://photo`. */
export interface Params {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly uploads: ReadonlyMap<string, Upload>;
}

/** The most that a bot may upload: 50 MB. */
const MOST_BYTES = 50_000_000;

export async function paramsOf(request: IncomingMessage, query: URLSearchParams): Promise<Params> {
  const inUrl = Object.fromEntries(query);
  const body = await bodyOf(request);
  if (body.byteLength === 0) return { fields: inUrl, uploads: new Map() };
  const type = request.headers['content-type'] ?? '';
  if (type.startsWith('application/json'))
    return { fields: { ...inUrl, ...fromJson(body) }, uploads: new Map() };
  if (type.startsWith('application/x-www-form-urlencoded')) {
    const form = new URLSearchParams(body.toString());
    return { fields: { ...inUrl, ...Object.fromEntries(form) }, uploads: new Map() };
  }
  if (!type.startsWith('multipart/form-data')) return { fields: inUrl, uploads: new Map() };
  const { fields, uploads } = await fromMultipart(body, type);
  return { fields: { ...inUrl, ...fields }, uploads };
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    chunks.push(chunk);
    if (size > MOST_BYTES) {
      throw new ApiError({ error_code: 413, description: 'Request Entity Too Large' });
    }
  }
  return Buffer.concat(chunks);
}

function fromJson(body: Buffer): object {
  const value = jsonIn(body.toString());
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  throw badRequest("can't parse request: JSON object expected");
}

/** What the JSON says; nothing if it is none. */
export function jsonIn(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

async function fromMultipart(body: Buffer, type: string): Promise<Params> {
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
  const fields: Record<string, unknown> = {};
  const uploads = new Map<string, Upload>();
  for (const [name, value] of form) {
    if (typeof value === 'string') fields[name] = value;
    else {
      uploads.set(name, {
        name: value.name,
        type: value.type,
        bytes: new Uint8Array(await value.arrayBuffer()),
      });
      fields[name] = `attach://${name}`;
    }
  }
  return { fields, uploads };
}

/** For the log of calls: the fields, and of files their name and size. */
export const told = ({ fields, uploads }: Params): Record<string, unknown> => ({
  ...fields,
  ...Object.fromEntries(
    [...uploads].map(([field, { name, bytes }]) => [field, `${name} (${bytes.byteLength} bytes)`]),
  ),
});
