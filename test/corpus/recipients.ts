import { readFileSync } from 'node:fs';
import { readBuyer } from '../../src/nlu/read.ts';
import type { BuyerReading } from '../../src/nlu/reading.ts';
import type { Part, PartScore } from './parts.ts';

/** A message with a recipient, what it means, and other readings that are fine. */
interface Entry {
  readonly text: string;
  readonly expect: Expected;
  readonly accept?: { readonly name?: string[]; readonly phone?: string[]; readonly address?: string[] };
  readonly part: Part;
}

interface Expected {
  readonly name: string | null;
  readonly phone: string | null;
  readonly address: string | null;
  readonly extension?: string;
  readonly postcode?: string;
  readonly lines?: readonly { product: string; quantity: number; measure: string }[];
}

/** Reads every pasted recipient of one part of the corpus. Wrong is what is stated, not asked, and is not so. */
export function scoreRecipients(part: Part | undefined): PartScore {
  const corpus = readFileSync(new URL('addresses.jsonl', import.meta.url), 'utf8');
  const entries: Entry[] = corpus
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  const judged = entries.filter((one) => part === undefined || one.part === part).map(judge);
  const share = (of: (one: Judged) => boolean): number => judged.filter(of).length / judged.length;
  return {
    messages: judged.length,
    exact: share((one) => one.isExact),
    wrong: share((one) => one.isWrong),
    cut: share((one) => one.isCut),
    misses: judged.filter((one) => !one.isExact),
  };
}

interface Judged {
  readonly message: string;
  readonly expected: unknown;
  readonly got: unknown;
  readonly isExact: boolean;
  readonly isWrong: boolean;
  readonly isCut: boolean;
}

const bare = (words: string | null | undefined): string =>
  (words ?? '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

function judge({ text, expect, accept = {} }: Entry): Judged {
  const got = readBuyer(text);
  const { name, phone, address, extension } = got.recipient ?? {};
  const postcode = (words: string | null | undefined): string =>
    bare(words).replace(expect.postcode ?? '\0', '');
  const isOneOf = (
    value: string | null | undefined,
    all: readonly (string | null)[],
    plain = bare,
  ): boolean => all.some((one) => plain(one) === plain(value));
  const addresses = [expect.address, ...(accept.address ?? [])];
  const isAddress = isOneOf(address, addresses, postcode);
  const isCalled =
    isOneOf(name, [expect.name, ...(accept.name ?? [])]) &&
    isOneOf(phone, [expect.phone, ...(accept.phone ?? [])]);
  const isKept = expect.extension === undefined || extension === expect.extension;
  const isOrder = hasLines(got, expect.lines ?? []);
  const isCut =
    !isAddress && address !== null && addresses.some((one) => postcode(one).includes(postcode(address)));
  return {
    message: text,
    expected: expect,
    got: { recipient: got.recipient, lines: got.lines },
    isExact: isAddress && isCalled && isKept && isOrder,
    isWrong:
      got.ambiguous.length === 0 && ((!isAddress && Boolean(address)) || (!isOrder && got.lines.length > 0)),
    isCut,
  };
}

const hasLines = ({ lines }: BuyerReading, expected: NonNullable<Expected['lines']>): boolean =>
  lines.length === expected.length &&
  expected.every((want) =>
    lines.some(
      ({ product, quantity, measure }) =>
        bare(product) === bare(want.product) && quantity === want.quantity && measure === want.measure,
    ),
  );
