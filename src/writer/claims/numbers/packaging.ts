import { z } from 'zod';
import { readDataFile } from '../../../shop/values/data-file.ts';

const words = z.array(z.string().min(1));
const shape = {
  containers: z.record(z.string(), words),
  'pack labels': words,
  'price labels': words,
  'piece labels': words,
  each: words,
  'each in English': words,
  apiece: words,
};

/** What goods are packed in: data/packaging.yaml. */
export interface Packaging {
  /** The Chinese names of a container by any word for it: `case` is 箱 or 盒. */
  readonly containers: ReadonlyMap<string, readonly string[]>;
  readonly packLabels: readonly string[];
  readonly priceLabels: readonly string[];
  readonly pieceLabels: readonly string[];
  /** `每` and `per`: words that say of a number that it is for each one. */
  readonly each: { readonly zh: readonly string[]; readonly en: readonly string[] };
  readonly apiece: readonly string[];
}

let loaded: Packaging | undefined;

export function packaging(): Packaging {
  loaded ??= read();
  return loaded;
}

function read(): Packaging {
  const data = readDataFile('packaging.yaml', shape);
  const pairs = Object.entries(data.containers).flatMap(([chinese, english]) =>
    [chinese, ...english].map((name) => ({ name, chinese })),
  );
  const grouped = Map.groupBy(pairs, ({ name }) => name);
  return {
    containers: new Map([...grouped].map(([name, found]) => [name, found.map(({ chinese }) => chinese)])),
    packLabels: data['pack labels'],
    priceLabels: data['price labels'],
    pieceLabels: data['piece labels'],
    each: { zh: data.each, en: data['each in English'] },
    apiece: data.apiece,
  };
}

/** The container that a word names, if it names one: `bottles`. */
export const containerNamed = (word: string): readonly string[] | undefined => {
  const { containers } = packaging();
  const plain = word.toLowerCase();
  return (
    containers.get(plain) ??
    containers.get(plain.replace(/s$/, '')) ??
    containers.get(plain.replace(/es$/, ''))
  );
};

/** All that goods are packed in, by their Chinese names. */
export const allContainers = (): readonly string[] => [
  ...new Set([...packaging().containers.values()].flat()),
];
