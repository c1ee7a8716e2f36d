import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify } from 'node:crypto';
import { createServer, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createPushPost, type PushPost } from '../../src/bots/web/push/post.ts';

/** A push as the service got it. */
export interface TakenPush {
  readonly path: string;
  readonly ttl: string;
  readonly urgency: string;
  readonly topic: string;
  readonly encoding: string;
  /** What is in the signed token by which the shop names itself (RFC 8292). */
  readonly vapid: { readonly aud: string; readonly exp: number; readonly sub: string; readonly key: string };
  readonly body: Buffer;
}

/** What a browser has of a subscription: its keys, of which the service knows nothing. */
export interface FakeBrowser {
  readonly endpoint: string;
  readonly p256dh: string;
  readonly auth: string;
  /** Opens a payload (RFC 8291, RFC 8188). */
  read(push: TakenPush | undefined): unknown;
}

/** A push service on loopback, under a public name. */
export interface PushService extends AsyncDisposable {
  readonly taken: TakenPush[];
  /** The status of the next answers, the first first; then 201. */
  readonly answers: number[];
  readonly post: PushPost;
  subscribe(): FakeBrowser;
}

export async function startPushService(): Promise<PushService> {
  const taken: TakenPush[] = [];
  const answers: number[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const { ttl, urgency, topic, authorization, 'content-encoding': encoding } = request.headers;
      taken.push({
        path: request.url ?? '',
        ...{ ttl: String(ttl), urgency: String(urgency), topic: String(topic), encoding: String(encoding) },
        vapid: readVapid(String(authorization)),
        body: Buffer.concat(parts),
      });
      response.writeHead(answers.shift() ?? 201).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const post = createPushPost((url, options, onResponse) => {
    const { pathname, host } = new URL(url);
    const { lookup: _lookup, ...rest } = options;
    const headers = { ...options.headers, host };
    return httpRequest({ ...rest, headers, hostname: '127.0.0.1', port, path: pathname }, onResponse);
  });
  return {
    ...{ taken, answers, post },
    subscribe: makeBrowser,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function readVapid(authorization: string): TakenPush['vapid'] {
  const [, token = '', key = ''] = /^vapid t=([\w.-]+), k=([\w-]+)$/.exec(authorization) ?? [];
  const [head = '', claims = '', signature = ''] = token.split('.');
  const point = Buffer.from(key, 'base64url');
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((part) => part.toString('base64url'));
  const jwk = { kty: 'EC', crv: 'P-256', x: x ?? '', y: y ?? '' };
  const publicKey = createPublicKey({ key: jwk, format: 'jwk' });
  const isRight = verify(
    'sha256',
    Buffer.from(`${head}.${claims}`),
    { key: publicKey, dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  );
  if (!isRight) throw new Error('the token is not signed by its key');
  return { ...JSON.parse(Buffer.from(claims, 'base64url').toString()), key };
}

function makeBrowser(): FakeBrowser {
  const pair = createECDH('prime256v1');
  const own = pair.generateKeys();
  const auth = randomBytes(16);
  return {
    endpoint: `https://push.example.org/send/${randomBytes(12).toString('base64url')}`,
    p256dh: own.toString('base64url'),
    auth: auth.toString('base64url'),
    read(push) {
      if (!push) return undefined;
      const { body } = push;
      const salt = body.subarray(0, 16);
      const theirs = body.subarray(21, 21 + body.readUInt8(20));
      const sealed = body.subarray(21 + theirs.length);
      const info = Buffer.concat([Buffer.from('WebPush: info\0'), own, theirs]);
      const secret = Buffer.from(hkdfSync('sha256', pair.computeSecret(theirs), auth, info, 32));
      const derive = (name: string, bytes: number) =>
        Buffer.from(hkdfSync('sha256', secret, salt, `Content-Encoding: ${name}\0`, bytes));
      const decipher = createDecipheriv('aes-128-gcm', derive('aes128gcm', 16), derive('nonce', 12));
      decipher.setAuthTag(sealed.subarray(-16));
      const padded = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
      return JSON.parse(padded.subarray(0, padded.lastIndexOf(2)).toString());
    },
  };
}
