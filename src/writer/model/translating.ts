import { readFileSync } from 'node:fs';
import type OpenAI from 'openai';
import { detectLanguage, protect } from '../translation/protect.ts';

const TASK = readFileSync(new URL('prompts/translate-1.txt', import.meta.url), 'utf8');
const LANGUAGES = { zh: 'Chinese', en: 'English' } as const;
/** A translation is not many times as long as what it translates. */
const MOST_TIMES = 6;
const LEAST_CHARS = 80;

/** Translates a message. Undefined for an answer that lost a name or a number, or is in the wrong language. */
export async function translateBy(
  client: OpenAI,
  model: string,
  text: string,
  to: 'zh' | 'en',
  names: readonly string[],
  signal: AbortSignal,
): Promise<string | undefined> {
  const safe = protect(text, names);
  if (!safe) return undefined;
  const { choices } = await client.chat.completions.create(
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
  if (choice?.finish_reason !== 'stop') return undefined;
  const said = (choice.message.content ?? '')
    .replace(/<think(?:ing)?>[\s\S]*?<\/think(?:ing)?>/gi, '')
    .trim();
  const translated = safe.restore(said);
  const isShort = said.length <= Math.max(LEAST_CHARS, text.length * MOST_TIMES);
  return translated && isShort && detectLanguage(said) === to ? translated : undefined;
}
