import type { Chat, InlineKeyboardMarkup, Message, MessageEntity, PhotoSize, User } from 'grammy/types';
import type { Account } from './account.ts';
import type { Picture } from './files.ts';
import type { Content, Room, Stored, StoredInvoice, StoredPayment } from './world.ts';

export type NonChannelChat = Exclude<Chat, Chat.ChannelChat>;
type ForBot = Message & { readonly chat: NonChannelChat; readonly from: User };

/** A message as the Bot API gives it to this bot: with file ids of its own. */
export function messageFor(bot: Account, message: Stored): ForBot {
  const { replyTo } = message;
  return {
    ...withoutReply(bot, message),
    ...(replyTo && { reply_to_message: asReplied(withoutReply(bot, replyTo)) }),
  };
}

type Replied = NonNullable<Message['reply_to_message']>;

/** What is replied to never shows what it replied to in turn. */
const asReplied = (message: ForBot): Replied => Object.assign(message, { reply_to_message: undefined });

const withoutReply = (bot: Account, message: Stored): ForBot => ({
  message_id: message.id,
  from: message.from,
  date: message.date,
  ...(message.editDate !== undefined && { edit_date: message.editDate }),
  ...(message.album !== undefined && { media_group_id: message.album }),
  ...(message.viaBot && { via_bot: message.viaBot }),
  ...contentFor(bot, message.content),
  ...markupOf(message),
  chat: chatOf(message.room),
});

export function chatOf({ id, type, title, people }: Room): NonChannelChat {
  if (type !== 'private') return { id, type, title };
  const user = people[0]?.user;
  return {
    id,
    type,
    first_name: user?.first_name ?? '',
    ...(user?.last_name !== undefined && { last_name: user.last_name }),
    ...(user?.username !== undefined && { username: user.username }),
  };
}

const markupOf = ({ buttons }: Stored): { reply_markup?: InlineKeyboardMarkup } =>
  buttons.length > 0 ? { reply_markup: { inline_keyboard: buttons } } : {};

function contentFor(bot: Account, content: Content): Partial<Message> {
  switch (content.is) {
    case 'text':
      return { text: content.text, ...(content.entities.length > 0 && { entities: content.entities }) };
    case 'photo':
      return { photo: sizesFor(bot, content.picture), ...captionOf(content) };
    case 'document': {
      const { file, name, type } = content;
      return { document: { ...fileFor(bot, file), file_name: name, mime_type: type }, ...captionOf(content) };
    }
    case 'voice': {
      const voice = { ...fileFor(bot, content.file), duration: content.seconds, mime_type: 'audio/ogg' };
      return { voice, ...captionOf(content) };
    }
    case 'sticker':
      return { sticker: stickerFor(bot, content) };
    case 'contact': {
      const { phone: phone_number, firstName: first_name, userId: user_id } = content;
      return { contact: { phone_number, first_name, ...(user_id !== undefined && { user_id }) } };
    }
    case 'location':
      return { location: { latitude: content.latitude, longitude: content.longitude } };
    case 'invoice':
      return { invoice: invoiceOf(content.invoice) };
    case 'payment':
      return { successful_payment: paymentOf(content.payment) };
    case 'joined':
      return { new_chat_members: [content.who] };
    case 'left':
      return { left_chat_member: content.who };
    case 'upgraded':
      return {
        ...(content.to !== undefined && { migrate_to_chat_id: content.to }),
        ...(content.from !== undefined && { migrate_from_chat_id: content.from }),
      };
    default:
      return content satisfies never;
  }
}

const captionOf = ({ text, entities }: { text: string; entities: MessageEntity[] }) => ({
  ...(text && { caption: text }),
  ...(entities.length > 0 && { caption_entities: entities }),
});

const fileFor = (bot: Account, file: Picture['sizes'][number]['file']) => ({
  file_id: bot.world.files.idFor(bot.id, file),
  file_unique_id: file.unique,
  file_size: file.bytes.byteLength,
});

const sizesFor = (bot: Account, { sizes }: Picture): PhotoSize[] =>
  sizes.map(({ file, width, height }) => ({ ...fileFor(bot, file), width, height }));

const stickerFor = (bot: Account, { file, emoji }: Extract<Content, { is: 'sticker' }>) => ({
  ...fileFor(bot, file),
  type: 'regular' as const,
  width: 512,
  height: 512,
  is_animated: false,
  is_video: false,
  emoji,
});

const invoiceOf = ({ title, description, currency, total }: StoredInvoice) => ({
  title,
  description,
  start_parameter: '',
  currency,
  total_amount: total,
});

const paymentOf = ({ currency, total, payload, shipping, charge }: StoredPayment) => ({
  currency,
  total_amount: total,
  invoice_payload: payload,
  ...(shipping !== undefined && { shipping_option_id: shipping }),
  telegram_payment_charge_id: charge,
  provider_payment_charge_id: `provider_${charge}`,
});

/** The words of a message: its text, or its caption. */
export const wordsOf = (content: Content): { text: string; entities: MessageEntity[] } =>
  'text' in content ? { text: content.text, entities: content.entities } : { text: '', entities: [] };
