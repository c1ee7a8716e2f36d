import { z } from 'zod';
import { tap } from '../../../chat/dsl/action.ts';
import { type Button, type Reply, say } from '../../../chat/dsl/screen.ts';
import { type ConversationId, idShape } from '../../../db/ids.ts';
import type { OpenQuestion } from '../../../shop/support/open-questions.ts';
import { flow, type Turn } from '../../flow.ts';
import {
  answerConversation,
  callPerson,
  relay,
  showAbout,
  showConversation,
} from '../../screens/messages/conversation-screen.ts';
import { homeButton, pager, parsePage, personName } from '../../screens/values.ts';
import { findActingSeller, noRight, notASeller } from '../acting.ts';

/** Conversations with buyers and the office; for operators, calls for help. */
export const sellerConversation = flow('seller-talk', {
  commands: { person: callPerson, asked: showFirst },
  taps: {
    person: callPerson,
    'talk-of/:order': showAbout,
    'questions/:page': showQuestions,
    'talk-answer/:talk': answerConversation,
    'talk/:talk/:page': showConversation,
    'talks/:page': showWaiting,
    'talk-end/:talk': end,
  },
  answers: { talk: { data: z.object({ talk: idShape<ConversationId>() }), takesPhotos: true, read: relay } },
});

function showFirst(turn: Turn<'rest'>): Promise<Reply> {
  return showWaiting({ ...turn, params: { page: '0' } });
}

/** Open calls for help. */
async function showWaiting({ shop, person, params }: Turn<'page'>): Promise<Reply> {
  const page = await shop.conversations.waiting(person.id, parsePage(params.page));
  if (!page) return [{ text: say('talks-operators-only'), buttons: [[homeButton]] }];
  const buttons = page.items.map((conversation): Button[] => [
    {
      label: say('talks-button', { name: personName(conversation.personName) }),
      tap: tap('talk/:talk/:page', { talk: conversation.id, page: 0 }),
    },
  ]);
  return [
    {
      text: say(page.items.length === 0 ? 'talks-none' : 'talks-title'),
      buttons: [...buttons, ...pager(page, (to) => tap('talks/:page', { page: to })), [homeButton]],
    },
  ];
}

/** What buyers have asked and nobody has answered, each with its last words. */
export async function showQuestions(turn: Turn<'page'>): Promise<Reply> {
  const seller = await findActingSeller(turn);
  if (!seller) return notASeller;
  const { shop, person, params } = turn;
  const open = await shop.conversations.unanswered(person.id, seller.id, parsePage(params.page));
  if (!open) return noRight(seller, 'pack');
  const name = ({ conversation }: OpenQuestion) => personName(conversation.personName);
  const lines = open.items.map((one) =>
    say('questions-line', { name: name(one), words: one.words.slice(0, LINE_CHARS) }),
  );
  const buttons = open.items.map((one): Button[] => [
    {
      label: say('questions-button', { name: name(one) }),
      tap: tap('talk/:talk/:page', { talk: one.conversation.id, page: 0 }),
    },
  ]);
  return [
    {
      text: [say(open.count === 0 ? 'questions-none' : 'questions-title', { count: open.count }), ...lines],
      buttons: [...buttons, ...pager(open, (to) => tap('questions/:page', { page: to })), [homeButton]],
    },
  ];
}

const LINE_CHARS = 120;

/** Closes a call for help and notifies its person. */
async function end({ shop, person, params }: Turn<'talk'>): Promise<Reply> {
  const conversation = await shop.conversations.byId(person.id, params.talk);
  if (!conversation || !(await shop.conversations.close(person.id, params.talk)))
    return [{ toast: say('talk-ended-already') }];
  const again: Button = { label: say('repair-person'), tap: tap('person') };
  return [
    { text: say('talk-ended', { name: personName(conversation.personName) }), buttons: [[homeButton]] },
    {
      to: [conversation.chatId],
      screen: { text: say('talk-settled'), buttons: [[again, homeButton]], fresh: true },
    },
  ];
}
