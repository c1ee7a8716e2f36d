import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { Side } from './corpus.ts';
import { ofWriters } from './material.ts';

const root = new URL('..', import.meta.url);
const lexicons = ['units', 'money', 'numerals', 'asides', 'items', 'goods', 'cues', 'classes'];

/** Writes what the files of a side were learned from and what they are: hashes, so that a change is seen. */
export function writeManifest(folder: URL, side: Side, earlier: readonly URL[] = []): void {
  const file = new URL('manifest.json', folder);
  const sides = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const names = readdirSync(folder).filter((name) => name.startsWith(`${side}-`));
  const learnedFrom = {
    corpora: hashOf(
      [side, ...ofWriters[side].map((name) => `${name}-${side}`)].map((name) => `test/corpus/${name}.jsonl`),
    ),
    frames: hashOf(framesIn(side)),
    lexicon: hashOf(lexicons.map((name) => `data/lexicon/${name}.yaml`)),
    ...(earlier.length > 0 && { earlier: earlier.map((one) => earlierFiles(one, side)) }),
  };
  const files = names.sort().map((name) => [name, sha256(readFileSync(new URL(name, folder)))]);
  const manifest = { ...sides, [side]: { learnedFrom, files: Object.fromEntries(files) } };
  writeFileSync(file, `${JSON.stringify(manifest, null, 2)}\n`);
}

/** What a mean was made with. */
const earlierFiles = (folder: URL, side: Side): Record<string, string> =>
  Object.fromEntries(
    [`${side}-classes.bin`, `${side}-tagger.bin`].map((name) => [
      name,
      sha256(readFileSync(new URL(name, folder))),
    ]),
  );

function framesIn(side: Side): string[] {
  const folder = `training/frames/${side}/`;
  return readdirSync(new URL(folder, root))
    .sort()
    .map((name) => `${folder}${name}`);
}

const sha256 = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex');

const hashOf = (paths: readonly string[]): string =>
  sha256(paths.map((path) => sha256(readFileSync(new URL(path, root)))).join('\n'));
