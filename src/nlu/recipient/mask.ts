import { findLabels, type Label } from './labels.ts';
import { type FoundPhone, findPhones } from './phones.ts';
import type { Span, Text } from './text.ts';

/** Stands where something was taken out of a message, so that what stood before and behind it stays apart. */
export const TAKEN = '\ue000';

export interface Masked {
  /** The plain message with phones, extensions, postcode, labels and list numbers replaced by TAKEN. */
  readonly plain: string;
  readonly phones: readonly FoundPhone[];
  readonly labels: readonly Label[];
  readonly extensions: readonly Span[];
  readonly extension: string | undefined;
  readonly postcode: (Span & { readonly digits: string }) | undefined;
  /** 1. before the name, 2. before the phone. */
  readonly numbering: readonly Span[];
}

/** Takes out of a message what can be told by its form alone. */
export function mask(text: Text): Masked {
  const phones = findPhones(text);
  let plain = without(text.plain, phones);
  const tags = findExtensionTags(text.said, plain, phones);
  plain = without(plain, tags.spans);
  const labels = findLabels(plain);
  const postcode = findPostcode(plain, labels);
  plain = without(plain, [...labels, ...(postcode ? [postcode] : [])]);
  const numbering = findNumbering(plain);
  plain = without(plain, numbering);
  return { plain, phones, labels, extensions: tags.spans, extension: tags.extension, postcode, numbering };
}

export const without = (plain: string, spans: readonly Span[]): string =>
  spans.reduce(
    (words, { start, end }) => words.slice(0, start) + TAKEN.repeat(end - start) + words.slice(end),
    plain,
  );

/** A marketplace prints a hidden extension behind name and address too: 闫红霞[2207]. */
function findExtensionTags(
  said: string,
  plain: string,
  phones: readonly FoundPhone[],
): { spans: Span[]; extension: string | undefined } {
  const known = phones.find((one) => one.extension)?.extension;
  const spans: (Span & { digits: string })[] = [];
  for (const found of said.matchAll(/[[【(]\s*(分机号?|转)?\s*(\d{3,6})\s*[\])】]/g)) {
    const [all, word, digits = ''] = found;
    const isTag = digits === known || word !== undefined || (!known && /^\[\d{4}\]$/.test(all));
    const isFree = plain.slice(found.index, found.index + all.length).includes(digits);
    if (isTag && isFree) spans.push({ start: found.index, end: found.index + all.length, digits });
  }
  return { spans, extension: known ?? spans[0]?.digits };
}

/** Six digits that stand alone, or behind their label. */
function findPostcode(plain: string, labels: readonly Label[]): Masked['postcode'] {
  const all = [...plain.matchAll(/(?<![\d-])\d{6}(?![\d-])/g)].map((found) => ({
    start: found.index,
    end: found.index + 6,
    digits: found[0],
  }));
  const labelled = all.find(({ start }) =>
    labels.some(({ kind, end }) => kind === 'postcode' && end === start),
  );
  const alone = all.filter(({ start, end }) => {
    const isOpen = /(?:^|[\s,;:.()/|\ue000])$/.test(plain.slice(0, start));
    return isOpen && /^(?:$|[\s,;:.()/|\ue000])/.test(plain.slice(end));
  });
  return labelled ?? (alone.length === 1 ? alone[0] : undefined);
}

/** 1.姓名 2.电话: numbers of a list. One alone counts only at the start of a line. */
function findNumbering(plain: string): Span[] {
  const all = [...plain.matchAll(/(?<=^|[\s;,\ue000])([1-9])\s*[.,;)]+\s*(?=[^\s\d])/g)];
  const isList = all.length > 1 && all.every(([, digit], i) => Number(digit) === i + 1);
  return all
    .filter(({ index }) => isList || index === 0 || plain[index - 1] === '\n')
    .map(({ index, 0: whole }) => ({ start: index, end: index + whole.length }));
}
