import type { S3Options } from './db/blobs/s3.ts';
import { expectation, type Given, type SettingRule, type Settings } from './settings.ts';

/** A bucket is opened by a login, and nothing else of the store makes sense without a bucket. */
export function pictureRules(given: Given): SettingRule[] {
  const isUsed = Boolean(given.S3_BUCKET);
  const login = [given.S3_ACCESS_KEY_ID, given.S3_SECRET_ACCESS_KEY];
  return [
    ['S3_BUCKET', isUsed && !login.every(Boolean), expectation('S3_BUCKET')],
    ...S3_BESIDE.map((name): SettingRule => [name, Boolean(given[name]) && !isUsed, expectation(name)]),
  ];
}

const S3_BESIDE = [
  ...(['S3_ENDPOINT', 'S3_REGION', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const),
  ...(['S3_PATH_STYLE', 'S3_SIGNED_URLS'] as const),
];

/** A bucket without a login was refused before. Most stores other than Amazon's have the bucket in the path. */
export function toPicturesConfig(set: Settings): S3Options | undefined {
  const { S3_BUCKET: bucket, S3_ENDPOINT: endpoint } = set;
  const { S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = set;
  if (!bucket || !accessKeyId || !secretAccessKey) return undefined;
  return {
    ...{ bucket, endpoint, accessKeyId, secretAccessKey },
    region: set.S3_REGION ?? 'us-east-1',
    pathStyle: set.S3_PATH_STYLE ?? endpoint !== undefined,
    signedUrls: set.S3_SIGNED_URLS ?? false,
  };
}
