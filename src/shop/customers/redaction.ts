import { z } from 'zod';

// Takes a person's words and places out of what others were told, and leaves the goods, the amounts and the buttons.

/** What stands where a person's words stood. */
const MARK = '[…]';

/** How to tell that something is about a person, and what in it is theirs. */
export interface PersonMarks {
  /** Phones, tracking numbers and points on the map: nobody else's, wherever they stand. */
  readonly exact: readonly string[];
  /** Names, streets and what was written: theirs in what is about them; elsewhere somebody else may be called so. */
  readonly words: readonly string[];
  /** Order numbers, ids of orders and talks, beginnings of causes: what names one of these is about the person. */
  readonly numbers: readonly string[];
  readonly ids: readonly string[];
  readonly causes: readonly string[];
}

const buttonShape = z.looseObject({
  label: z.string(),
  tap: z.string().optional(),
  url: z.string().optional(),
});

/** A message as src/chat/dsl/channel.ts has it, as far as a person may be named in it. */
export const bodyShape = z.looseObject({
  html: z.string(),
  photo: z.string().optional(),
  file: z.looseObject({ id: z.string() }).optional(),
  buttons: z.array(z.array(buttonShape)),
});

export type Body = z.infer<typeof bodyShape>;

/** The words of a sealed note, claim, rating or talk, whichever way they were kept. */
export const wordsShape = z.union([
  z.string(),
  z.object({ words: z.string() }).transform(({ words }) => words),
]);

/** A UUID as a button carries it. */
const packed = (id: string): string => `~${Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url')}`;

/** The body without the person's words, or nothing where it has none. `files` are those that are about to go. */
export function redact(
  body: Body,
  cause: string,
  named: PersonMarks,
  erased: { readonly photos: ReadonlySet<string>; readonly files: ReadonlySet<string> },
): Body | undefined {
  const text = JSON.stringify([body.html, body.buttons]);
  const isAbout =
    named.causes.some((begin) => cause.startsWith(begin)) ||
    [...named.numbers, ...named.exact, ...named.ids.map(packed)].some((key) => text.includes(key));
  const words = isAbout ? [...named.exact, ...named.words] : named.exact;
  const { photo, file, ...kept } = body;
  const cleaned = {
    ...kept,
    ...(photo !== undefined && !erased.photos.has(photo) && { photo }),
    ...(file && !erased.files.has(file.id) && { file }),
    html: cleanMarkup(body.html, words, named.exact),
    buttons: body.buttons.map((row) => cleanRow(row, words, named.exact)),
  };
  return JSON.stringify(cleaned) === JSON.stringify(body) ? undefined : cleaned;
}

const cleanRow = (row: Body['buttons'][number], words: readonly string[], exact: readonly string[]) =>
  row
    .filter(({ url }) => !exact.some((one) => url?.includes(one)))
    .map((button) => ({ ...button, label: clean(button.label, words) }));

/** Tags are ours, but a link may lead to the person's place or parcel. */
const cleanMarkup = (html: string, words: readonly string[], exact: readonly string[]): string =>
  html
    .split(/(<[^>]*>)/)
    .map((part) => clean(part, (part.startsWith('<') ? exact : words).map(escaped)))
    .join('');

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);

/** Longest first, so that what holds another goes whole; a Latin word only where it is not part of another. */
function clean(text: string, words: readonly string[]): string {
  let left = text;
  for (const word of words) {
    if (!left.includes(word)) continue;
    const before = /^\w/.test(word) ? '(?<!\\w)' : '';
    const after = /\w$/.test(word) ? '(?!\\w)' : '';
    left = left.replace(
      new RegExp(`${before}${word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}${after}`, 'g'),
      MARK,
    );
  }
  return left;
}
