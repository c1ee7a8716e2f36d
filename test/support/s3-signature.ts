import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** A request as its signature covers it. */
export interface SignedRequest {
  readonly method: string;
  /** Path and query as they came. */
  readonly target: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Uint8Array;
}

export interface Login {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly region: string;
}

export type SignatureFault =
  | 'AccessDenied'
  | 'InvalidAccessKeyId'
  | 'SignatureDoesNotMatch'
  | 'RequestTimeTooSkewed'
  | 'XAmzContentSHA256Mismatch';

/** What of AWS Signature Version 4 a request says of itself: in its header, or in its address (presigned). */
interface Claim {
  readonly credential: string;
  readonly signedHeaders: string;
  readonly signature: string;
  readonly at: string;
  readonly validMs: number;
  readonly payloadHash: string;
}

const SKEW_MS = 15 * 60_000;
const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');
const hmac = (key: string | Uint8Array, text: string): Buffer =>
  createHmac('sha256', key).update(text).digest();

/** What is wrong with the signature, computed anew as the store computes it; nothing where it is right. */
export function findSignatureFault(request: SignedRequest, login: Login): SignatureFault | undefined {
  const claim = readClaim(request);
  if (!claim) return 'AccessDenied';
  const [id, day, region, service, end] = claim.credential.split('/');
  if (id !== login.accessKeyId) return 'InvalidAccessKeyId';
  if (region !== login.region || service !== 's3' || end !== 'aws4_request') return 'SignatureDoesNotMatch';
  const age = Date.now() - parseAmzDate(claim.at);
  if (age > claim.validMs || age < -SKEW_MS)
    return claim.validMs === SKEW_MS ? 'RequestTimeTooSkewed' : 'AccessDenied';
  if (
    !/^[0-9a-f]{64}$/.test(claim.payloadHash)
      ? claim.payloadHash !== 'UNSIGNED-PAYLOAD'
      : claim.payloadHash !== sha256(request.body)
  )
    return 'XAmzContentSHA256Mismatch';
  const scope = `${day}/${region}/s3/aws4_request`;
  const toSign = ['AWS4-HMAC-SHA256', claim.at, scope, sha256(canonical(request, claim))].join('\n');
  const dayKey = hmac(`AWS4${login.secretAccessKey}`, day ?? '');
  const key = hmac(hmac(hmac(dayKey, region), 's3'), 'aws4_request');
  const wanted = hmac(key, toSign);
  const given = Buffer.from(claim.signature, 'hex');
  return given.length === wanted.length && timingSafeEqual(given, wanted)
    ? undefined
    : 'SignatureDoesNotMatch';
}

function readClaim({ headers, target }: SignedRequest): Claim | undefined {
  const query = new URL(target, 'http://s3').searchParams;
  const inAddress = query.get('X-Amz-Signature');
  if (inAddress !== null)
    return {
      credential: query.get('X-Amz-Credential') ?? '',
      signedHeaders: query.get('X-Amz-SignedHeaders') ?? '',
      signature: inAddress,
      at: query.get('X-Amz-Date') ?? '',
      validMs: Number(query.get('X-Amz-Expires')) * 1_000,
      payloadHash: 'UNSIGNED-PAYLOAD',
    };
  const parts =
    /^AWS4-HMAC-SHA256 Credential=(\S+), ?SignedHeaders=(\S+), ?Signature=([0-9a-f]{64})$/.exec(
      headers.authorization ?? '',
    ) ?? undefined;
  if (!parts) return undefined;
  const [, credential = '', signedHeaders = '', signature = ''] = parts;
  const at = String(headers['x-amz-date']);
  return {
    credential,
    signedHeaders,
    signature,
    at,
    validMs: SKEW_MS,
    payloadHash: String(headers['x-amz-content-sha256']),
  };
}

/** `20261128T211412Z`. */
const parseAmzDate = (text: string): number =>
  Date.parse(text.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));

function canonical(
  { method, target, headers }: SignedRequest,
  { signedHeaders, payloadHash }: Claim,
): string {
  const [path = '', query = ''] = target.split('?');
  const pairs = query
    .split('&')
    .filter((pair) => pair && !pair.startsWith('X-Amz-Signature='))
    .map((pair) => (pair.includes('=') ? pair : `${pair}=`));
  const lines = signedHeaders.split(';').map((name) => `${name}:${String(headers[name] ?? '').trim()}\n`);
  return [method, path, pairs.sort().join('&'), lines.join(''), signedHeaders, payloadHash].join('\n');
}
