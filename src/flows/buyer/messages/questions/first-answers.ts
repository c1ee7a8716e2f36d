import type { Reply } from '../../../../chat/dsl/screen.ts';
import type { Turn } from '../../../flow.ts';
import { forMoneyAnswer } from '../orders/for-money.ts';

/** What is told by its whole sentence, before any words of it are taken for an order. */
export const firstAnswer = async (
  turn: Turn,
  answer: (turn: Turn) => Promise<Reply>,
): Promise<Reply | undefined> => forMoneyAnswer(turn, answer);
