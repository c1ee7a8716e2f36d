import { z } from 'zod';
import { ask } from '../../chat/dsl/flow.ts';
import { type Button, type Reply, type Screen, say } from '../../chat/dsl/screen.ts';
import { plainWords } from '../../nlu/acts/phrases.ts';
import type { Turn } from '../flow.ts';
import { homeButton } from '../screens/values.ts';
import { isOldQuestion, newQuestionId } from './question-id.ts';

// What a message may stand for is asked in plain sentences, and done after a yes.

/** A question that waits for its answer. */
export const meantShape = z.object({
  id: z.string(),
  /** The shop that it is asked about; '' for a buyer. */
  of: z.string(),
  /** What the person wrote. */
  typed: z.string(),
  sentences: z.array(z.string()).min(1),
});
type Meant = z.infer<typeof meantShape>;

/** The buttons of one side. */
export interface MeantButtons {
  /** The step under which the question waits. */
  readonly step: string;
  pick(id: string, n: number): string;
  readonly none: string;
}

/** One sentence: yes or no. Several: which, or none of them. */
export function askMeant(
  { now, text }: Turn,
  sentences: readonly string[],
  { step, pick, none }: MeantButtons,
  of = '',
): Screen {
  const [only = '', ...others] = sentences;
  const id = newQuestionId(now);
  const no: Button = { label: say(others.length > 0 ? 'meant-none' : 'meant-no'), tap: none };
  const asks = ask(step, { id, of, typed: text, sentences });
  const yes = pick(id, 0);
  if (others.length === 0)
    return {
      text: say('meant-ask', { words: only }),
      buttons: [[{ label: say('meant-yes'), tap: yes, tone: 'primary' }, no]],
      asks,
      yes,
      fresh: true,
    };
  const picks = sentences.map((words, n): Button[] => [
    { label: say('meant-words', { words }), tap: pick(id, n) },
  ]);
  return { text: say('meant-which'), buttons: [...picks, [no]], asks, fresh: true };
}

/** A sentence that was agreed to, and what the person had written. */
export interface Agreed {
  readonly sentence: string;
  readonly typed: string;
}

/** What a button stands for; nothing where another question was asked since, or it is old, or was asked of another shop. */
export function pickedMeant(
  { asking, params, now }: Turn<'ask' | 'n'>,
  step: string,
  of = '',
): Agreed | undefined {
  const meant = asking?.step === step ? meantShape.safeParse(asking.data).data : undefined;
  const sentence = meant?.id === params.ask ? meant.sentences[Number(params.n)] : undefined;
  return meant && sentence !== undefined && isOpen(meant, now, of)
    ? { sentence, typed: meant.typed }
    : undefined;
}

/** What a yes in words agrees to: `old` where it comes too late, nothing where several sentences were asked about. */
export function agreedMeant(meant: Meant, now: Date, of = ''): Agreed | 'old' | undefined {
  const [sentence, ...others] = meant.sentences;
  if (sentence === undefined || others.length > 0) return undefined;
  return isOpen(meant, now, of) ? { sentence, typed: meant.typed } : 'old';
}

const isOpen = (meant: Meant, now: Date, of: string): boolean =>
  meant.of === of && !isOldQuestion(meant.id, now);

/** The turn as if `sentence` had been typed: a yes that was open before is no yes to it. */
export function asIfTyped({ yes, asking, body, ...rest }: Turn<string>, sentence: string): Turn {
  const typed = body.is === 'text' ? { ...body, text: sentence } : body;
  return { ...rest, body: typed, params: {}, offered: [], text: sentence };
}

/** A sentence that stands there as it was typed is one that the rules have not read. */
export const isSameSentence = (one: string, other: string): boolean =>
  plainWords(one).replaceAll(' ', '') === plainWords(other).replaceAll(' ', '');

/** With a line that tells how the message was understood. */
export function withUnderstanding(sentence: string, reply: Reply): Reply {
  const [first, ...more] = reply;
  return first && 'text' in first
    ? [{ ...first, text: [say('meant-taken', { words: sentence }), first.text] }, ...more]
    : reply;
}

export const meantOld: Reply = [{ text: say('meant-old'), buttons: [[homeButton]], fresh: true }];
export const meantUndone: Reply = [{ text: say('meant-undone'), buttons: [[homeButton]], fresh: true }];
