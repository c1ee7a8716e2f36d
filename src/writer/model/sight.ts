import { readFileSync } from 'node:fs';
import type OpenAI from 'openai';
import { z } from 'zod';
import { englishTitle } from '../drafts/translate.ts';
import { findUnlawful } from '../law/law.ts';
import { parseJson } from './answer.ts';
import type { AnswerShape } from './request.ts';

// What a model that sees is asked about pictures.

export const PHOTO_PROMPT = 'photo-1';
const PHOTO_TASK = readPrompt(`${PHOTO_PROMPT}.txt`).toString('utf8');
const SIGHT_TASK = readPrompt('sight-1.txt').toString('utf8');
/** A drawn number. */
const SIGHT_PICTURE = readPrompt('sight-1.jpg');
const SIGHT_NUMBER = '472';

/** What a photo seems to show: a proposal, until its seller has said yes. */
export interface PhotoName {
  readonly title: string;
  readonly titleEn: string;
  /** The shop's word for it, as the prompt lists them; the model may have said another. */
  readonly category: string;
}

export const photoShape: AnswerShape = {
  name: 'photo_name',
  schema: z.object({ zh: z.string(), en: z.string(), category: z.string() }),
};
export const sightShape: AnswerShape = { name: 'number', schema: z.object({ number: z.string() }) };

export const photoMessages = (jpeg: Uint8Array) => withPicture(PHOTO_TASK, jpeg);
export const sightMessages = () => withPicture(SIGHT_TASK, SIGHT_PICTURE);

/** The picture goes along in the request: a platform's address for it holds the bot's token. */
const withPicture = (task: string, jpeg: Uint8Array): OpenAI.ChatCompletionMessageParam[] => [
  { role: 'system', content: task },
  {
    role: 'user',
    content: [{ type: 'image_url', image_url: { url: dataUrl(jpeg), detail: 'low' } }],
  },
];

const dataUrl = (jpeg: Uint8Array): string =>
  `data:image/jpeg;base64,${Buffer.from(jpeg).toString('base64')}`;

const said = z.object({
  zh: z
    .string()
    .transform((text) => text.normalize('NFKC').trim())
    .pipe(z.string().regex(/^\p{Script=Han}{1,10}$/u)),
  en: z
    .string()
    .trim()
    .max(40)
    .regex(/^[\p{Script=Latin} '-]+$/u)
    .catch(''),
  category: z.string().max(20).catch('other'),
});

/** The name in an answer; undefined where there is none that could stand on a listing. */
export function parsePhotoName(text: string): PhotoName | undefined {
  const parsed = said.safeParse(parseJson(text));
  if (!parsed.success) return undefined;
  const { zh: title, en, category } = parsed.data;
  if (findUnlawful(`${title}\n${en}`).length > 0) return undefined;
  return { title, titleEn: englishTitle(title) ?? en, category };
}

/** Whether the drawn number was read. */
export const hasSeen = (text: string): boolean => text.includes(SIGHT_NUMBER);

function readPrompt(name: string): Buffer {
  return readFileSync(new URL(`prompts/${name}`, import.meta.url));
}
