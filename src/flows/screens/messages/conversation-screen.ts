import { tap } from '../../../chat/dsl/action.ts';
import { ask } from '../../../chat/dsl/flow.ts';
import {
  type Button,
  type LocalName,
  type Reply,
  type Screen,
  say,
  type Text,
} from '../../../chat/dsl/screen.ts';
import type { ConversationId, MediaId, PersonId, ProductAnswerId } from '../../../db/ids.ts';
import type { Conversation } from '../../../shop/support/conversation.ts';
import type { ConversationMessage } from '../../../shop/support/messages.ts';
import type { Page } from '../../../shop/values/pages.ts';
import { mayBeKept } from '../../../writer/answers/question.ts';
import { detectLanguage } from '../../../writer/translation/protect.ts';
import type { Turn } from '../../flow.ts';
import { banButton, homeButton, pager, parsePage, personName, productName } from '../values.ts';
import { findKept } from './kept-words.ts';

// Conversations between a buyer and a seller or the office, as both sides see them.

/** Asks what to write. */
export function askMessage(conversation: Conversation, isAsker: boolean): Screen {
  const to = isAsker ? otherSide(conversation) : personName(conversation.personName);
  const about = conversation.order ? say('talk-about', { number: conversation.order.number }) : undefined;
  return {
    text: [say('talk-ask', { to }), ...(about ? [about] : [])],
    asks: ask('talk', { talk: conversation.id }),
    fresh: true,
  };
}

const otherSide = ({ seller }: Conversation): LocalName | ReturnType<typeof say> =>
  seller ? { own: seller.name, en: seller.nameEn } : say('talk-office');

/** Opens a call for help: tells the office what was said just before; where nothing was, it gets the person's next message. */
export async function callPerson(turn: Turn<string>): Promise<Reply> {
  const { shop, person, chat } = turn;
  const kept = findKept(turn);
  if (kept) return forwardWords({ ...turn, params: {} }, kept.text);
  const conversation = await shop.conversations.forHelp(person.id, chat.id);
  if (!conversation) return [notYours];
  const to = await shop.conversations.listeners(conversation, person.id);
  const question = {
    text: say(to.length > 0 ? 'talk-coming' : 'talk-nobody'),
    asks: ask('talk', { talk: conversation.id }),
  };
  return [
    { ...question, buttons: [[homeButton]], fresh: true },
    { to, screen: heard(conversation, true, '', undefined) },
  ];
}

/** Continues a conversation. */
export async function answerConversation({ shop, person, params }: Turn<'talk'>): Promise<Reply> {
  const conversation = await shop.conversations.byId(person.id, params.talk);
  return [conversation ? askMessage(conversation, conversation.personId === person.id) : notYours];
}

const notYours: Screen = { text: say('talk-gone'), buttons: [[homeButton]] };

/** Relays a text, with its photo, to the other side. */
export async function relay(turn: Turn, data: { talk: ConversationId }): Promise<Reply> {
  const { shop, person, text, photos } = turn;
  const conversation = await shop.conversations.byId(person.id, data.talk);
  if (!conversation) return [notYours];
  const [photo] = photos;
  if (text === '' && !photo)
    return [{ ...askMessage(conversation, conversation.personId === person.id), isMiss: true }];
  const mediaId = photo && (await turn.keepPhoto(photo, 'few'));
  const message = await shop.conversations.say(conversation, person.id, text, mediaId);
  const isAsker = conversation.personId === person.id;
  const to = await shop.conversations.listeners(conversation, person.id);
  const language = detectLanguage(text);
  if (language) await shop.conversations.translate(message, language, to);
  const nobody = conversation.kind === 'help' && isAsker && to.length === 0;
  const quoted = isAsker ? [] : await lastQuestion(turn, conversation);
  const proposal = isAsker ? [] : await proposedAnswer(turn, conversation, text);
  return [
    {
      text: say(
        nobody ? 'talk-kept' : isAsker && conversation.kind === 'help' ? 'talk-sent-help' : 'talk-sent',
      ),
      buttons: [[...pageButtons(conversation), homeButton]],
    },
    { to, screen: heard(conversation, isAsker, text, mediaId, quoted) },
    ...proposal,
  ];
}

/** Passes words on in a conversation, as they were said. */
export const relayAbout = (
  turn: Turn,
  talk: Conversation | undefined,
  words: string,
): Promise<Reply> | Reply =>
  talk ? relay({ ...turn, text: words, photos: [] }, { talk: talk.id }) : [notYours];

/** Takes words to the village's people as they were said. */
export async function forwardWords(turn: Turn, words: string): Promise<Reply> {
  const talk = await turn.shop.conversations.forHelp(turn.person.id, turn.chat.id);
  return talk ? relay({ ...turn, text: words, photos: [] }, { talk: talk.id }) : [];
}

const QUOTE_CHARS = 80;

/** What an answer is about, as it was asked. */
async function lastQuestion(turn: Turn, conversation: Conversation): Promise<Text[]> {
  const asked = await findLastQuestion(turn, conversation);
  if (!asked) return [];
  const short = [...asked];
  const words = short.length > QUOTE_CHARS ? `${short.slice(0, QUOTE_CHARS).join('')}…` : asked;
  return [say('talk-quoted', { words })];
}

async function findLastQuestion({ shop }: Turn, conversation: Conversation): Promise<string | undefined> {
  const { items } = await shop.conversations.messages(conversation, 0);
  return items.findLast((message) => message.isAskers && message.words !== '')?.words;
}

/** Offers a seller to have an answer about a product given again to the next who asks. */
async function proposedAnswer(turn: Turn, conversation: Conversation, answer: string): Promise<Screen[]> {
  const { productId } = conversation;
  const question = productId && (await findLastQuestion(turn, conversation));
  if (!question || !mayBeKept(question) || answer === '' || !mayBeKept(answer)) return [];
  const id = await turn.shop.answerBook.propose(turn.person.id, productId, question, answer);
  return id ? [answerProposal(id, question, answer)] : [];
}

const answerProposal = (id: ProductAnswerId, question: string, answer: string): Screen => ({
  text: say('book-ask', { question, answer }),
  buttons: [
    [
      { label: say('book-keep'), tap: tap('answer-keep/:answer', { answer: id }), tone: 'success' },
      { label: say('book-drop'), tap: tap('answer-drop/:answer', { answer: id }) },
    ],
  ],
  fresh: true,
});

/** A button to write more, or to answer what was asked. */
const pageButtons = ({ id }: Conversation, isAsked = false): Button[] => [
  { label: say(isAsked ? 'talk-answer' : 'talk-more'), tap: tap('talk-answer/:talk', { talk: id }) },
];

/** The message for the other side. */
function heard(
  conversation: Conversation,
  isFromAsker: boolean,
  words: string,
  photo: MediaId | undefined,
  quoted: readonly Text[] = [],
): Screen {
  const from = isFromAsker ? personName(conversation.personName) : otherSide(conversation);
  const isCall = words === '' && !photo;
  const title: Text = conversation.order
    ? say('talk-heard-order', { from, number: conversation.order.number })
    : conversation.product
      ? say('talk-heard-product', { from, title: productName(conversation.product) })
      : say(isCall ? 'talk-heard-help' : 'talk-heard', { from });
  const answer: Button = {
    label: say('talk-answer'),
    tap: tap('talk-answer/:talk', { talk: conversation.id }),
    tone: 'primary',
  };
  const look: Button[] = conversation.orderId
    ? [
        {
          label: say('talk-order'),
          tap: tap(isFromAsker ? 'sale/:order' : 'order/:order', { order: conversation.orderId }),
        },
      ]
    : [];
  const end: Button[] =
    conversation.kind === 'help' && isFromAsker
      ? [
          { label: say('talk-end'), tap: tap('talk-end/:talk', { talk: conversation.id }) },
          banButton(conversation.personId),
        ]
      : [];
  return {
    text: [title, ...quoted, ...(words === '' ? [] : [say('talk-words', { words })])],
    photo,
    buttons: [[answer, ...look, ...end]],
    fresh: true,
  };
}

/** Everything said so far, newest page first. */
export async function showConversation({
  shop,
  person,
  chat,
  params,
}: Turn<'talk' | 'page'>): Promise<Reply> {
  const conversation = await shop.conversations.byId(person.id, params.talk);
  if (!conversation) return [notYours];
  const isOffice = chat.channel.endsWith('seller') && conversation.personId !== person.id;
  const page = await shop.conversations.messages(conversation, parsePage(params.page));
  const screen = conversationScreen(conversation, page, conversation.personId === person.id);
  const shown = withBan(screen, person.isOperator && isOffice ? conversation.personId : undefined);
  // What the office types now is the answer to whom it looks at.
  const isAnswered = isOffice && conversation.kind === 'help';
  return [isAnswered ? { ...shown, asks: ask('talk', { talk: conversation.id }) } : shown];
}

const withBan = (screen: Screen, personId: PersonId | undefined): Screen =>
  personId ? { ...screen, buttons: [...(screen.buttons ?? []), [banButton(personId)]] } : screen;

/** What was said about an order; where nothing was, the question what to write. */
export async function showAbout(turn: Turn<'order'>): Promise<Reply> {
  const { shop, person, params } = turn;
  const conversation = await shop.conversations.aboutOrder(person.id, params.order);
  if (!conversation) return [notYours];
  const page = await shop.conversations.messages(conversation, 0);
  const isAsker = conversation.personId === person.id;
  return [
    page.items.length === 0
      ? askMessage(conversation, isAsker)
      : conversationScreen(conversation, page, isAsker),
  ];
}

function conversationScreen(
  conversation: Conversation,
  page: Page<ConversationMessage>,
  isAsker: boolean,
): Screen {
  const isAsked = !isAsker && page.items.at(-1)?.isAskers === true;
  const lines = page.items.map((message) =>
    say(message.mediaId ? 'talk-line-photo' : 'talk-line', {
      at: { time: message.at },
      name: personName(message.isAskers ? conversation.personName : message.name),
      words: message.words,
    }),
  );
  const title = conversation.order
    ? say('talk-title-order', { number: conversation.order.number })
    : say('talk-title');
  const photo = page.items.findLast((message) => message.mediaId)?.mediaId ?? undefined;
  return {
    text: [title, ...lines, ...(lines.length === 0 ? [say('talk-nothing')] : [])],
    photo,
    buttons: [
      ...pager(page, (to) => tap('talk/:talk/:page', { talk: conversation.id, page: to })),
      [...pageButtons(conversation, isAsked), homeButton],
    ],
  };
}
