import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

const root = new URL('..', import.meta.url);
const lexicons = ['units', 'money', 'numerals', 'asides', 'goods', 'cues', 'classes'];

/** Writes what the files of a folder were learned from and what they are: hashes, so that a change is seen. */
export function writeManifest(folder: URL): void {
  const files = readdirSync(folder)
    .filter((name) => name !== 'manifest.json')
    .sort();
  const manifest = {
    learnedFrom: {
      corpora: hashOf(
        ['buyer', 'seller', 'fresh-buyer', 'fresh-seller'].map((name) => `test/corpus/${name}.jsonl`),
      ),
      frames: hashOf(framesIn('buyer').concat(framesIn('seller'))),
      lexicon: hashOf(lexicons.map((name) => `data/lexicon/${name}.yaml`)),
    },
    files: Object.fromEntries(files.map((name) => [name, sha256(readFileSync(new URL(name, folder)))])),
  };
  writeFileSync(new URL('manifest.json', folder), `${JSON.stringify(manifest, null, 2)}\n`);
}

function framesIn(side: string): string[] {
  const folder = `training/frames/${side}/`;
  return readdirSync(new URL(folder, root))
    .sort()
    .map((name) => `${folder}${name}`);
}

const sha256 = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex');

const hashOf = (paths: readonly string[]): string =>
  sha256(paths.map((path) => sha256(readFileSync(new URL(path, root)))).join('\n'));
