import { z } from 'zod';
import { type ConversationId, idShape } from '../../../db/ids.ts';
import { flow } from '../../flow.ts';
import {
  answerConversation,
  callPerson,
  relay,
  showAbout,
  showConversation,
} from '../../screens/messages/conversation-screen.ts';

/** Writing to a seller about an order, and to a person of the village's office. */
export const conversation = flow('talk', {
  commands: { person: callPerson },
  taps: {
    person: callPerson,
    'talk-of/:order': showAbout,
    'talk-answer/:talk': answerConversation,
    'talk/:talk/:page': showConversation,
  },
  answers: { talk: { data: z.object({ talk: idShape<ConversationId>() }), takesPhotos: true, read: relay } },
});
