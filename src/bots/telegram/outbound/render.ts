import type { InlineKeyboardButton, KeyboardButton, ReplyKeyboardMarkup } from 'grammy/types';
import {
  type MessageBody,
  type MessageButton,
  type MessageInvoice,
  type RequestKeys,
  sidePictures,
} from '../../../chat/dsl/channel.ts';
import { withoutTimeMarkup } from '../../../chat/dsl/html.ts';
import type { FileId } from '../../../db/ids.ts';
import type { PhotoSource } from './photo-cache.ts';
import { truncateHtml, visibleLength } from './truncate.ts';

/** The Bot API's limits in characters after parsing: a message, and a photo's caption. */
export const TEXT_LIMIT = 4_096;
export const CAPTION_LIMIT = 1_024;

export type Keyboard = InlineKeyboardButton[][];
export type ReplyKeyboard = ReplyKeyboardMarkup;

/**
 * Renders a body for Telegram. A text too long for a caption follows its photo as a message of its own, which carries the
 * buttons and is the one that is edited.
 */
export type Payload =
  | { readonly is: 'text'; readonly html: string; readonly keyboard: Keyboard; readonly keys?: ReplyKeyboard }
  | { readonly is: 'photo'; readonly photo: PhotoSource; readonly html: string; readonly keyboard: Keyboard }
  | {
      readonly is: 'invoice';
      readonly invoice: MessageInvoice;
      readonly html: string;
      readonly keyboard: Keyboard;
    }
  | { readonly is: 'file'; readonly file: FileId; readonly html: string; readonly keyboard: Keyboard }
  | {
      readonly is: 'photo-then-text';
      readonly photo: PhotoSource;
      readonly html: string;
      readonly keyboard: Keyboard;
    };

export function render(body: Omit<MessageBody, 'choices' | 'mine'>): Payload {
  const { file, invoice, buttons } = body;
  const html = withoutTimeMarkup(body.html);
  const beside = sidePictures(body);
  const photo: PhotoSource | undefined = body.photo ?? (beside.length > 0 ? beside : undefined);
  const keyboard = buttons.filter((row) => row.length > 0).map((row) => row.map(renderKey));
  if (invoice)
    return { is: 'invoice', invoice: withinLimits(invoice), html: truncateHtml(html, TEXT_LIMIT), keyboard };
  if (file) return { is: 'file', file: file.id, html: truncateHtml(html, CAPTION_LIMIT), keyboard };
  if (photo === undefined)
    return { is: 'text', html: truncateHtml(html, TEXT_LIMIT), keyboard, ...keysFor(body) };
  if (visibleLength(html) <= CAPTION_LIMIT) return { is: 'photo', photo, html, keyboard };
  return { is: 'photo-then-text', photo, html: truncateHtml(html, TEXT_LIMIT), keyboard };
}

/** The Bot API takes 32 characters of title and 255 of description. */
const withinLimits = (invoice: MessageInvoice): MessageInvoice => ({
  ...invoice,
  title: [...invoice.title].slice(0, 32).join(''),
  description: [...invoice.description].slice(0, 255).join(''),
});

function renderKey(button: MessageButton): InlineKeyboardButton {
  if ('url' in button) return { text: button.label, url: button.url };
  if ('share' in button) return { text: button.label, switch_inline_query: button.share };
  if ('dead' in button) return { text: button.label, disabled: {} };
  return { text: button.label, callback_data: button.tap, ...(button.tone && { style: button.tone }) };
}

/** A message has buttons or keys, never both; and what has keys cannot be edited into its place. */
function keysFor({ buttons, requests, edit }: Pick<MessageBody, 'buttons' | 'requests' | 'edit'>): {
  keys?: ReplyKeyboard;
} {
  const isBare = buttons.length === 0 && !edit;
  return isBare && requests && requests.keys.length > 0 ? { keys: replyKeyboard(requests) } : {};
}

/** The keys that share a phone number or a place. They fold away once one was pressed. */
export const replyKeyboard = ({ keys }: RequestKeys): ReplyKeyboard => ({
  keyboard: keys.map(({ is, label }): KeyboardButton[] => [
    is === 'contact' ? { text: label, request_contact: true } : { text: label, request_location: true },
  ]),
  resize_keyboard: true,
  one_time_keyboard: true,
});
