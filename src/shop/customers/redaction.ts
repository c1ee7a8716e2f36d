import { z } from 'zod';

// Removes a person's texts and places from messages to others, and keeps goods, amounts and buttons.

/** The replacement of a removed text. */
const MARK = '[…]';

/** How to recognise that a message is about a person, and which parts of it are theirs. */
export interface PersonMarks {
  /** Phones, tracking numbers and map points: removed everywhere, because they are unique. */
  readonly exact: readonly string[];
  /** Names, streets and texts: removed only in messages about the person, because others may share them. */
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

/** The parts of a message (src/chat/dsl/channel.ts) that may name a person. */
export const bodyShape = z.looseObject({
  html: z.string(),
  photo: z.string().optional(),
  file: z.looseObject({ id: z.string() }).optional(),
  buttons: z.array(z.array(buttonShape)),
});

export type Body = z.infer<typeof bodyShape>;

/** The text of an encrypted note, claim, rating or conversation, in any form in which it was stored. */
export const wordsShape = z.union([
  z.string(),
  z.object({ words: z.string() }).transform(({ words }) => words),
]);

/** A UUID as a button carries it. */
const packed = (id: string): string => `~${Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url')}`;

/** Removes the person's texts from a body; undefined where it has none. `files` are about to be deleted. */
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

/** Tags hold no texts of people, but a link may lead to the person's place or parcel. */
const cleanMarkup = (html: string, words: readonly string[], exact: readonly string[]): string =>
  html
    .split(/(<[^>]*>)/)
    .map((part) => clean(part, (part.startsWith('<') ? exact : words).map(escaped)))
    .join('');

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);

/** Replaces the longest first, because one may contain another; Latin words only as whole words. */
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
