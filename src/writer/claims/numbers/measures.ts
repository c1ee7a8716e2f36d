import { z } from 'zod';
import { readData } from '../../../shop/values/data-file.ts';

const units = z.record(z.string(), z.number().positive());
const shape = z.object({ count: z.string() }).catchall(units);

/** Units by name; Latin names in the singular and lower case. */
export interface Unit {
  readonly dimension: string;
  /** In base units of the dimension. */
  readonly size: number;
}

export interface Measures {
  readonly units: ReadonlyMap<string, Unit>;
  /** What Chinese counts things with: 个, 枚. */
  readonly counters: readonly string[];
}

let loaded: Measures | undefined;

export function measures(): Measures {
  loaded ??= read();
  return loaded;
}

function read(): Measures {
  const { count, ...dimensions } = readData('measures.yaml', shape);
  const entries = Object.entries(dimensions).flatMap(([dimension, sizes]) =>
    Object.entries(units.parse(sizes)).map(([name, size]): [string, Unit] => [name, { dimension, size }]),
  );
  return { units: new Map(entries), counters: count.split(' ') };
}
