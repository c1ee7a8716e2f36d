import { z } from 'zod';

// What must be on a person's screen: patterns of words, amounts and dates however they are written.

const many = z.union([z.string(), z.array(z.string())]).transform((one) => [one].flat());

export interface Expectation {
  /** In words or on buttons. */
  readonly has?: string[] | undefined;
  /** In words alone. */
  readonly says?: string[] | undefined;
  readonly hasNot?: string[] | undefined;
  readonly button?: string[] | undefined;
  readonly noButton?: string[] | undefined;
  /** How many order numbers are seen. */
  readonly n?: number | undefined;
  /** One of these is enough. */
  readonly any?: Expectation[] | undefined;
}

export const expectationShape: z.ZodType<Expectation> = z.strictObject({
  has: many.optional(),
  says: many.optional(),
  hasNot: many.optional(),
  button: many.optional(),
  noButton: many.optional(),
  n: z.number().optional(),
  any: z.array(z.lazy(() => expectationShape)).optional(),
});

/** What a person saw. */
export interface Seen {
  readonly words: string;
  readonly labels: readonly string[];
}

/** Numbers of orders, as people say them. */
export const orderNumbers = ({ words, labels }: Seen): string[] => [
  ...new Set(`${words} ${labels.join(' ')}`.match(/\b[A-Z]{1,3}-\d{4}\b/g) ?? []),
];

const trimmed = (n: number): number => Number(n.toFixed(4));

function digits(n: number): string {
  const [whole = '', part = ''] = String(n).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',?');
  return part === '' ? `${grouped}(?:\\.00?)?` : `${grouped}\\.${part}0?`;
}

const money = (n: number): string =>
  `(?:¥\\s*${digits(n)}(?!\\d|\\.\\d)|(?<![\\d.])${digits(n)}\\s*(?:元|块钱?|yuan)(?!\\d))`;
const jin = (n: number): string =>
  `(?<![\\d.,])(?:${digits(n)}\\s*斤|${digits(trimmed(n / 2))}\\s*(?:kg|公斤)|${digits(trimmed(n * 500))}\\s*(?:克|g(?![a-z])))`;
const pieces = (n: number): string =>
  `(?<![\\d.,])${digits(n)}\\s*(?:个|枚|件|只|颗|袋|瓶|罐|盒|pcs|pieces?|eggs?|each)`;

/** `{¥45}`, `{10斤}`, `{30个}` are amounts however written, `{^}` the beginning of a label without its picture. */
export const pattern = (source: string): RegExp =>
  new RegExp(
    source
      .replaceAll('{^}', '^[^\\w\\u3400-\\u9fff]*')
      .replace(/\{¥([\d.]+)\}/g, (_, n) => money(Number(n)))
      .replace(/\{([\d.]+)斤\}/g, (_, n) => jin(Number(n)))
      .replace(/\{([\d.]+)[个枚]\}/g, (_, n) => pieces(Number(n))),
    'is',
  );

/** What is missing from the screen, or wrong on it. */
export function faults(expected: Expectation | undefined, seen: Seen): string[] {
  if (!expected) return [];
  const whole = `${seen.words}\n${seen.labels.map((label) => `[${label}]`).join(' ')}`;
  const { has = [], says = [], hasNot = [], button = [], noButton = [], n, any } = expected;
  const isOn = (source: string): boolean => seen.labels.some((label) => pattern(source).test(label));
  return [
    ...has.filter((source) => !pattern(source).test(whole)).map((source) => `missing /${source}/`),
    ...says.filter((source) => !pattern(source).test(seen.words)).map((source) => `does not say /${source}/`),
    ...hasNot.filter((source) => pattern(source).test(seen.words)).map((source) => `says /${source}/`),
    ...button.filter((source) => !isOn(source)).map((source) => `no button /${source}/`),
    ...noButton.filter(isOn).map((source) => `a button /${source}/`),
    ...(n === undefined || orderNumbers(seen).length === n
      ? []
      : [`${orderNumbers(seen).length} orders, not ${n}`]),
    ...(!any || any.some((one) => faults(one, seen).length === 0) ? [] : ['none of several']),
  ];
}
