import type { InlineKeyboardButton } from 'grammy/types';
import type { Body, BodyButton } from '../../chat/channel.ts';
import { cut, seenLength } from './cut.ts';

/** The Bot API's limits in signs after its tags are read: a message, and what stands under a photo. */
export const TEXT_LIMIT = 4_096;
export const CAPTION_LIMIT = 1_024;

export type Keyboard = InlineKeyboardButton[][];

/**
 * A body as Telegram takes it. Words too long to stand under a photo follow it as a message of their own, which then
 * carries the buttons and is the one that is edited.
 */
export type Payload =
  | { readonly is: 'text'; readonly html: string; readonly keyboard: Keyboard }
  | { readonly is: 'photo'; readonly photo: string; readonly html: string; readonly keyboard: Keyboard }
  | { readonly is: 'file'; readonly file: string; readonly html: string; readonly keyboard: Keyboard }
  | {
      readonly is: 'photo-then-text';
      readonly photo: string;
      readonly html: string;
      readonly keyboard: Keyboard;
    };

export function render(body: Pick<Body, 'html' | 'photo' | 'file' | 'buttons'>): Payload {
  const { html, photo, file, buttons } = body;
  const keyboard = buttons.filter((row) => row.length > 0).map((row) => row.map(keyOf));
  if (file) return { is: 'file', file: file.id, html: cut(html, CAPTION_LIMIT), keyboard };
  if (photo === undefined) return { is: 'text', html: cut(html, TEXT_LIMIT), keyboard };
  if (seenLength(html) <= CAPTION_LIMIT) return { is: 'photo', photo, html, keyboard };
  return { is: 'photo-then-text', photo, html: cut(html, TEXT_LIMIT), keyboard };
}

function keyOf(button: BodyButton): InlineKeyboardButton {
  if ('url' in button) return { text: button.label, url: button.url };
  if ('dead' in button) return { text: button.label, disabled: {} };
  return { text: button.label, callback_data: button.tap, ...(button.tone && { style: button.tone }) };
}
