import { mkdirSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { chooserBytes, SMALLEST, SURE } from './chooser-file.ts';
import type { Side } from './corpus.ts';
import { modelBytes } from './learn.ts';
import { writeManifest } from './manifest.ts';
import { materialOf } from './material.ts';
import { choicesOf, FOLDS, learn } from './steps.ts';
import { trainChooser } from './train-chooser.ts';

const usage = `npm run train -- [buyer|seller] [--out folder]
  Learns from frames and corpora and writes what was learned of a side, or of both: the tagger and the classifier, and the
  weights by which the reader chooses, which are learned on writers that tagger and classifier have not seen. One
  thread, some minutes a side; the same input gives the same files.`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string', default: new URL('../src/nlu/models/', import.meta.url).pathname },
    help: { type: 'boolean', default: false },
  },
});

const out = pathToFileURL(`${values.out}/`);
function train(side: Side): void {
  const material = materialOf(side);
  const examples = Array.from({ length: FOLDS }, (_, fold) => choicesOf(material, fold)).flat();
  write(`${side}-chooser.json`, chooserBytes(trainChooser(examples), SURE[side]));
  const { tagger, classes } = learn(material);
  write(`${side}-tagger.bin`, modelBytes(tagger, SMALLEST));
  write(`${side}-classes.bin`, modelBytes(classes, SMALLEST));
}

function write(name: string, bytes: Buffer): void {
  mkdirSync(out, { recursive: true });
  writeFileSync(new URL(name, out), bytes);
  console.log(`${name}: ${bytes.length} bytes`);
}

if (values.help) console.log(usage);
else {
  for (const side of ['buyer', 'seller'] as const)
    if (positionals.length === 0 || positionals.includes(side)) {
      train(side);
      writeManifest(out, side);
    }
}
