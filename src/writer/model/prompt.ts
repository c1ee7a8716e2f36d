import { readFileSync } from 'node:fs';
import type { Question } from './request.ts';

/** Caches, rows and logs name it, so that each text can be traced to its prompt. */
export const PROMPT_VERSION = 'draft-3';
const TASK = readFileSync(new URL(`prompts/${PROMPT_VERSION}.txt`, import.meta.url), 'utf8');

/** The task, and the facts with their numbers. */
export const messagesFor = ({ facts, wants }: Question) => [
  { role: 'system' as const, content: TASK },
  {
    role: 'user' as const,
    content: [
      ...facts.map((fact, i) => `${i + 1}. ${fact}`),
      ...(wants.length > 0 ? ['', 'WANTED:', ...wants.map((want) => `- ${want}`)] : []),
    ].join('\n'),
  },
];
