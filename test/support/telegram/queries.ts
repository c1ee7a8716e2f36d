import { badRequest } from './failure.ts';
import { createSignal } from './signal.ts';

/** Questions to a bot of one kind (taps, inline queries, …), each to be answered once and in time. */
export interface Desk<Answer> {
  /** Puts a question and tells its id. */
  open(): string;
  /** Throws when the id is unknown, answered already or too old. */
  answer(id: string, answer: Answer): void;
  /** The answer, or nothing after `within` real ms. */
  answered(id: string, within: number): Promise<Answer | undefined>;
}

interface Question<Answer> {
  readonly until: number;
  answer?: Answer;
}

let lastId = 4_000_000_000_000;

export function createDesk<Answer extends object>(now: () => Date, withinMs: number): Desk<Answer> {
  const questions = new Map<string, Question<Answer>>();
  const changes = createSignal();
  return {
    open() {
      const id = String(++lastId);
      questions.set(id, { until: now().getTime() + withinMs });
      return id;
    },
    answer(id, answer) {
      const question = questions.get(id);
      if (!question || question.answer || now().getTime() > question.until) {
        throw badRequest('query is too old and response timeout expired or query ID is invalid');
      }
      question.answer = answer;
      changes.fire();
    },
    answered: (id, within) => changes.awaits(() => questions.get(id)?.answer, within),
  };
}
