import type { Reply } from '../../../chat/dsl/screen.ts';
import { readGrades } from '../../../nlu/acts/offers/grades.ts';
import type { Membership } from '../../../shop/sellers/members.ts';
import type { Turn } from '../../flow.ts';
import { freshly } from '../../screens/messages/freshly.ts';
import { hasRight, noRight } from '../acting.ts';
import { newOrKnown } from './offers.ts';

/** 黑布林干大个的18一斤，小个的12一斤: each grade is goods of its own, one after the other. */
export async function gradeOffers(turn: Turn, seller: Membership): Promise<Reply | undefined> {
  const grades = readGrades(turn.text);
  if (grades.length === 0) return undefined;
  if (!hasRight(seller, 'post')) return noRight(seller, 'post');
  const replies: Reply[] = [];
  for (const { text, reading } of grades) replies.push(await newOrKnown({ ...turn, text }, seller, reading));
  return replies.flat().map(freshly);
}
