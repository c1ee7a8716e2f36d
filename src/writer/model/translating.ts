import { readFileSync } from 'node:fs';
import type OpenAI from 'openai';
import { detectLanguage, protect } from '../translation/protect.ts';
import type { Said } from './request.ts';
import { TRANSLATION_PROMPT } from './translation-prompt.ts';

const TASK = readFileSync(new URL(`prompts/${TRANSLATION_PROMPT}.txt`, import.meta.url), 'utf8');
const LANGUAGES = { zh: 'Chinese', en: 'English' } as const;
/** A translation is not many times as long as what it translates. */
const MOST_TIMES = 6;
const LEAST_CHARS = 80;

/** A translation without a text has lost a name or a number, or is in the wrong language; it costs as well. */
interface Translated {
  readonly text: string | undefined;
  readonly tokens: Pick<Said, 'tokensIn' | 'tokensOut'>;
}

/** Translates a text. Undefined for one with somebody’s contacts in it: it is not sent. */
export async function translateBy(
  client: OpenAI,
  model: string,
  text: string,
  to: 'zh' | 'en',
  names: readonly string[],
  signal: AbortSignal,
): Promise<Translated | undefined> {
  const safe = protect(text, names);
  if (!safe) return undefined;
  const { choices, usage } = await client.chat.completions.create(
    {
      model,
      messages: [
        { role: 'system', content: `${TASK}Translate into ${LANGUAGES[to]}.` },
        { role: 'user', content: safe.masked },
      ],
    },
    { signal },
  );
  const [choice] = choices;
  const tokens = { tokensIn: usage?.prompt_tokens ?? 0, tokensOut: usage?.completion_tokens ?? 0 };
  if (choice?.finish_reason !== 'stop') return { text: undefined, tokens };
  const said = (choice.message.content ?? '')
    .replace(/<think(?:ing)?>[\s\S]*?<\/think(?:ing)?>/gi, '')
    .trim();
  const translated = safe.restore(said);
  const isShort = said.length <= Math.max(LEAST_CHARS, text.length * MOST_TIMES);
  const isGood = isShort && detectLanguage(said) === to;
  return { text: isGood ? translated : undefined, tokens };
}
