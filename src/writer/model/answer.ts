import { z } from 'zod';
import { type Draft, TITLE_LENGTH, voices } from '../facts/facts.ts';
import type { AnswerShape } from './request.ts';

const asWritten = z.object({
  title: z.string(),
  blurb: z.string(),
  points: z.array(z.string()),
  tags: z.array(z.string()),
});

/** The schema that a model gets. It has no lengths, because servers support different limits. */
export const draftsShape: AnswerShape = {
  name: 'product_texts',
  schema: z.object({ drafts: z.array(z.object({ voice: z.enum(voices), zh: asWritten, en: asWritten })) }),
};

/** In text around an object there may be a few other braces. */
const MOST_STARTS = 10;
/** Longer blurbs are rejected; sentences beyond the blurb's limit are left out later. */
const MOST_CHARS = 600;

const tidied = z.string().transform((text) => text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim());
const few = z
  .array(tidied)
  .default([])
  .transform((all) =>
    all
      .map((one) => one.replace(/^#/, ''))
      .filter((one) => one !== '' && one.length <= 60)
      .slice(0, 3),
  );

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;
const han = (text: string): number => count(text, /\p{Script=Han}/gu);
const latin = (text: string): number => count(text, /\p{Script=Latin}/gu);
/** A Chinese blurb may name a brand in Latin letters; an English one may name a place in Chinese. */
const isChinese = (text: string): boolean => han(text) > 0 && han(text) * 3 > latin(text);
const isEnglish = (text: string): boolean => latin(text) > 0 && latin(text) > han(text) * 6;

const wording = (isRight: (text: string) => boolean) =>
  z.object({
    title: tidied.pipe(z.string().max(TITLE_LENGTH).regex(/\p{L}/u)),
    blurb: tidied.pipe(z.string().max(MOST_CHARS).refine(isRight)),
    points: few,
    tags: few,
  });

const one = z.object({ voice: z.enum(voices), zh: wording(isChinese), en: wording(isEnglish) });
const answer = z.object({ drafts: z.array(z.unknown()).max(10) });

/** The drafts in a model's answer that have the right shape, length and languages. */
export function parseDrafts(text: string): Draft[] {
  const parsed = answer.safeParse(parseJson(text));
  if (!parsed.success) return [];
  return parsed.data.drafts.flatMap((each) => {
    const draft = one.safeParse(each);
    return draft.success ? [draft.data] : [];
  });
}

/**
 * The JSON object in a model's answer: alone, in a code fence, or after its reasoning. Reasoning in think tags is
 * removed first, because it may contain drafts of the object.
 */
export function parseJson(text: string): unknown {
  const said = text.replace(/<think(?:ing)?>[\s\S]*?(?:<\/think(?:ing)?>|$)/gi, '').trim();
  const fenced = [...said.matchAll(/```(?:json)?\s*([\s\S]*?)```/gi)]
    .map((match) => match[1] ?? '')
    .reverse();
  for (const candidate of [said, ...fenced, ...objectsIn(said)]) {
    const parsed = parsedOr(candidate);
    if (typeof parsed === 'object' && parsed !== null) return parsed;
  }
  return undefined;
}

/** From every brace that opens an object to the last closing one; the whole object comes first. */
function objectsIn(text: string): string[] {
  const end = text.lastIndexOf('}') + 1;
  const starts = [...text.slice(0, end).matchAll(/\{\s*"/g)].map(({ index }) => index);
  return starts.slice(0, MOST_STARTS).map((start) => text.slice(start, end));
}

function parsedOr(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
