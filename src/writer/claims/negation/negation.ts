import { z } from 'zod';
import { readData } from '../../../shop/values/data-file.ts';

/** Words by which a text denies what it names, or leaves it open: data/negation.yaml. */
export interface Negation {
  readonly zh: Readonly<Record<ChineseList, readonly string[]>>;
  /** Phrases as their words in lower case. */
  readonly en: Readonly<Record<EnglishList, readonly string[]>>;
}

const chinese = z.string().transform((text) =>
  text
    .split(/\s+/)
    .filter(Boolean)
    .toSorted((one, other) => other.length - one.length),
);
const english = z
  .array(z.string())
  .transform((phrases) => phrases.toSorted((one, other) => other.length - one.length));

const zh = z.strictObject({
  deny: chinese,
  reaching: chinese,
  harmless: chinese,
  except: chinese,
  excepted: chinese,
  besides: chinese,
  doubt: chinese,
  some: chinese,
  all: chinese,
  no: chinese,
  remove: chinese,
  removed: chinese,
  gone: chinese,
});
const en = z.strictObject({
  deny: english,
  harmless: english,
  except: english,
  excepted: english,
  doubt: english,
  some: english,
  all: english,
  no: english,
  removed: english,
  gone: english,
});
type ChineseList = keyof z.infer<typeof zh>;
type EnglishList = keyof z.infer<typeof en>;

/** Keeps what is made of the lists of data/negation.yaml, which every text is compared with. */
export function madeOnce<T>(make: (words: Negation) => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make(negation());
    return made;
  };
}

let loaded: Negation | undefined;

/** Reads and checks the file once in each process. */
export function negation(): Negation {
  loaded ??= readData('negation.yaml', z.strictObject({ zh, en }));
  return loaded;
}

/** The negator at the head of a Chinese word, if it has one. */
export function findNegator(word: string): string | undefined {
  const { deny, harmless } = negation().zh;
  if (harmless.some((one) => word.startsWith(one))) return undefined;
  return deny.find((one) => word.startsWith(one));
}
