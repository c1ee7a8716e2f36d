import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { Outage } from '../../async/outage.ts';
import { errorCode, oneLine } from '../fault.ts';
import { type Blobs, sparing } from './blobs.ts';

/** An S3-compatible store. */
export interface S3Options {
  readonly bucket: string;
  /** Nothing: Amazon's own. */
  readonly endpoint?: string | undefined;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** The bucket stands in the path (`https://host/bucket`), not before the host. */
  readonly pathStyle: boolean;
  /** Browsers reach the store, and get public pictures from it. */
  readonly signedUrls: boolean;
}

/** A picture weighs 400 KB at most: what takes longer is an outage. */
const CONNECT_MS = 2_000;
const ANSWER_MS = 5_000;
/** How long an address that we signed leads to its object. */
const SIGNED_S = 15 * 60;

/** Every request is signed with AWS Signature Version 4. */
export function openS3(options: S3Options, outage: Outage): Blobs {
  const { bucket: Bucket, endpoint, region, accessKeyId, secretAccessKey, pathStyle } = options;
  const client = new S3Client({
    region,
    ...(endpoint && { endpoint }),
    forcePathStyle: pathStyle,
    credentials: { accessKeyId, secretAccessKey },
    maxAttempts: 1,
    requestHandler: { connectionTimeout: CONNECT_MS, requestTimeout: ANSWER_MS },
    // Newer than what many compatible stores know.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
  const blobs: Blobs = {
    place: `${endpoint ?? `s3.${region}.amazonaws.com`}/${Bucket}`,
    async put(Key, Body, ContentType) {
      await client.send(new PutObjectCommand({ Bucket, Key, Body, ContentType }));
    },
    async get(Key) {
      try {
        const { Body } = await client.send(new GetObjectCommand({ Bucket, Key }));
        return await Body?.transformToByteArray();
      } catch (error) {
        if (error instanceof NoSuchKey) return undefined;
        throw error;
      }
    },
    async delete(Key) {
      await client.send(new DeleteObjectCommand({ Bucket, Key }));
    },
    async *list() {
      for (let token: string | undefined, isLast = false; !isLast; isLast = token === undefined) {
        const page = await client.send(new ListObjectsV2Command({ Bucket, ContinuationToken: token }));
        for (const { Key, LastModified } of page.Contents ?? [])
          if (Key && LastModified) yield { key: Key, storedAt: LastModified };
        token = page.NextContinuationToken;
      }
    },
    async sign(Key) {
      if (!options.signedUrls) return undefined;
      return getSignedUrl(client, new GetObjectCommand({ Bucket, Key }), { expiresIn: SIGNED_S });
    },
    close: () => client.destroy(),
  };
  return sparing(blobs, (error) => `The store of pictures (${blobs.place}): ${explain(error)}.`, outage);
}

/** What came back, and what to do about it. */
function explain(error: unknown): string {
  const name = error instanceof S3ServiceException ? error.name : errorCode(error);
  switch (name) {
    case 'NoSuchBucket':
      return 'there is no such bucket; make it, or check S3_BUCKET';
    case 'InvalidAccessKeyId':
      return 'it does not know S3_ACCESS_KEY_ID';
    case 'SignatureDoesNotMatch':
      return 'it refuses the signature; check S3_SECRET_ACCESS_KEY and S3_REGION';
    case 'AccessDenied':
      return 'that login may not read, write and delete in the bucket';
    case 'RequestTimeTooSkewed':
      return "this machine's clock is wrong";
    case 'ECONNREFUSED':
    case 'ENOTFOUND':
      return `it cannot be reached (${name}); check S3_ENDPOINT and S3_PATH_STYLE`;
    default:
      return oneLine(error) || name || 'no reason given';
  }
}
