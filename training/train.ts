import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { chooserBytes, SMALLEST, SMALLEST_OF_READERS, SURE } from './chooser-file.ts';
import { dictionaryBytes } from './claims/condense-dictionary.ts';
import { learnClaims } from './claims/train-claims.ts';
import type { Side } from './corpus.ts';
import { learnSenses } from './law/train-law.ts';
import { modelBytes } from './learn.ts';
import { writeManifest } from './manifest.ts';
import { materialOf } from './material.ts';
import { choicesOf, earlierIn, FOLDS, learnTogether } from './steps.ts';
import { trainChooser } from './train-chooser.ts';

const usage = `npm run train -- [buyer|seller|law|claims|dictionary] [--out folder] [--with folder]
  Learns from frames and corpora and writes what was learned of a side, or of both: the tagger and the classifier, and the
  weights by which the reader chooses, which are learned on writers that tagger and classifier have not seen; what texts
  the advertising law is against; and which unknown words say what the facts say, with the dictionary that helps there.
  Where a folder has earlier files of a side (training/earlier, or --with), its readers are the mean of those and of what is
  learned now. One thread, some minutes a side; the same input gives the same files.`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string' },
    with: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

const folderFor = (home: string): URL =>
  values.out === undefined ? new URL(home, import.meta.url) : pathToFileURL(`${values.out}/`);
const out = folderFor('../src/nlu/models/');
const earlierFolder =
  values.with === undefined ? new URL('earlier/', import.meta.url) : pathToFileURL(`${values.with}/`);
/** The readers that a mean is made with, where there are some of this side. */
const earlierOf = (side: Side): readonly URL[] =>
  existsSync(new URL(`${side}-tagger.bin`, earlierFolder)) ? [earlierFolder] : [];

function train(side: Side): void {
  const material = materialOf(side);
  const examples = Array.from({ length: FOLDS }, (_, fold) => choicesOf(material, fold)).flat();
  write(`${side}-chooser.json`, chooserBytes(trainChooser(examples), SURE[side]));
  const { tagger, classes } = learnTogether(
    material,
    earlierOf(side).map((folder) => earlierIn(folder, side)),
  );
  write(`${side}-tagger.bin`, modelBytes(tagger, SMALLEST_OF_READERS.tagger));
  write(`${side}-classes.bin`, modelBytes(classes, SMALLEST_OF_READERS.classes));
}

function write(name: string, bytes: Buffer, folder = out): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(new URL(name, folder), bytes);
  console.log(`${name}: ${bytes.length} bytes`);
}

const isChosen = (name: string): boolean => positionals.length === 0 || positionals.includes(name);

if (values.help) console.log(usage);
else {
  for (const side of ['buyer', 'seller'] as const)
    if (isChosen(side)) {
      train(side);
      writeManifest(out, side, earlierOf(side));
    }
  if (isChosen('law'))
    write('senses.bin', modelBytes(learnSenses(), SMALLEST), folderFor('../src/writer/law/models/'));
  if (isChosen('dictionary')) write('glosses.br', dictionaryBytes(), folderFor('../data/cedict/'));
  if (isChosen('claims'))
    write(
      'open-words.bin',
      modelBytes(learnClaims(), SMALLEST),
      folderFor('../src/writer/claims/judge/models/'),
    );
}
