import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { findSignatureFault, type Login, type SignatureFault } from './s3-signature.ts';

/** A store of objects on this machine that speaks S3 and believes no request without a right signature. */
export interface TestS3 extends AsyncDisposable {
  readonly url: string;
  /** What a Walnut that keeps its pictures here is set to. */
  readonly settings: Readonly<Record<string, string>>;
  readonly objects: Map<string, StoredObject>;
  /** What was refused, as the store calls it. */
  readonly refused: SignatureFault[];
  /** Objects that were stored so far. */
  puts(): number;
  /** Requests so far. */
  calls(): number;
  /** Every connection is cut, as by a store that is away. */
  setAway(isAway: boolean): void;
}

interface StoredObject {
  readonly bytes: Uint8Array;
  readonly type: string;
  readonly at: Date;
}

const BUCKET = 'walnut-pictures';
const LOGIN: Login = { accessKeyId: 'AKIATEST', secretAccessKey: 'a-secret-of-tests', region: 'lingtou-1' };

export async function startS3(): Promise<TestS3> {
  const objects = new Map<string, StoredObject>();
  const refused: SignatureFault[] = [];
  let isAway = false;
  let calls = 0;
  let puts = 0;
  const server = createServer(async (request, response) => {
    calls += 1;
    if (isAway) {
      request.socket.destroy();
      return;
    }
    const body = await readBody(request);
    const { method = '', url: target = '' } = request;
    const fault = findSignatureFault({ method, target, headers: request.headers, body }, LOGIN);
    if (fault) refused.push(fault);
    else if (method === 'PUT') puts += 1;
    send(response, fault ? errorReply(403, fault) : answer(objects, request, body));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
  return {
    url,
    settings: {
      S3_BUCKET: BUCKET,
      S3_ENDPOINT: url,
      S3_REGION: LOGIN.region,
      S3_ACCESS_KEY_ID: LOGIN.accessKeyId,
      S3_SECRET_ACCESS_KEY: LOGIN.secretAccessKey,
    },
    objects,
    refused,
    calls: () => calls,
    puts: () => puts,
    setAway(away) {
      isAway = away;
      if (away) server.closeAllConnections();
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function readBody(request: IncomingMessage): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts);
}

interface Reply {
  readonly status: number;
  readonly type?: string;
  readonly content?: string | Uint8Array;
}

function answer(
  objects: Map<string, StoredObject>,
  { method, url = '', headers }: IncomingMessage,
  bytes: Uint8Array,
): Reply {
  const [, bucket, ...path] = new URL(url, 'http://s3').pathname.split('/');
  const key = path.map(decodeURIComponent).join('/');
  if (bucket !== BUCKET) return errorReply(404, 'NoSuchBucket');
  if (method === 'GET' && !key) return listReply(objects);
  const found = objects.get(key);
  switch (method) {
    case 'PUT':
      objects.set(key, { bytes, type: String(headers['content-type']), at: new Date() });
      return { status: 200 };
    case 'DELETE':
      objects.delete(key);
      return { status: 204 };
    case 'GET':
      return found ? { status: 200, type: found.type, content: found.bytes } : errorReply(404, 'NoSuchKey');
    default:
      return errorReply(405, 'MethodNotAllowed');
  }
}

const errorReply = (status: number, code: string): Reply =>
  xmlReply(status, `<Error><Code>${code}</Code><Message>${code}</Message></Error>`);

function listReply(objects: ReadonlyMap<string, StoredObject>): Reply {
  const entries = [...objects].map(
    ([key, { at, bytes }]) =>
      `<Contents><Key>${key}</Key><LastModified>${at.toISOString()}</LastModified><Size>${bytes.length}</Size></Contents>`,
  );
  return xmlReply(
    200,
    `<ListBucketResult><IsTruncated>false</IsTruncated>${entries.join('')}</ListBucketResult>`,
  );
}

const xmlReply = (status: number, xml: string): Reply => ({
  ...{ status, type: 'application/xml' },
  content: `<?xml version="1.0" encoding="UTF-8"?>${xml}`,
});

function send(response: ServerResponse, { status, type, content }: Reply): void {
  response.writeHead(status, type ? { 'content-type': type } : {}).end(content);
}
