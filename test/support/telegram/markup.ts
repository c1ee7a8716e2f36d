import type { InlineKeyboardButton, ReplyKeyboardMarkup } from 'grammy/types';
import { z } from 'zod';
import { badRequest } from './failure.ts';
import { json } from './fields.ts';

/** What a `reply_markup` asks for. */
export type Markup =
  | { readonly is: 'none' }
  | { readonly is: 'inline'; readonly rows: InlineKeyboardButton[][] }
  | { readonly is: 'keyboard'; readonly keyboard: ReplyKeyboardMarkup }
  | { readonly is: 'remove' | 'force' };

const NOT_JSON = "can't parse reply keyboard markup JSON object";
const NO_OBJECT = 'object expected as reply markup';

export const replyMarkup = () => json(z.looseObject({}, { error: NO_OBJECT }), NOT_JSON).optional();

export function markupOf(given: Readonly<Record<string, unknown>> | undefined): Markup {
  if (!given) return { is: 'none' };
  if ('inline_keyboard' in given) return { is: 'inline', rows: inlineRows(given.inline_keyboard) };
  if ('keyboard' in given) return { is: 'keyboard', keyboard: keyboardOf(given) };
  if (given.remove_keyboard === true) return { is: 'remove' };
  if (given.force_reply === true) return { is: 'force' };
  throw badRequest('object expected as reply markup');
}

/** Telegram's limit for one message. */
const MOST_BUTTONS = 100;

function inlineRows(given: unknown): InlineKeyboardButton[][] {
  const rows = rowsOf(given, 'inline_keyboard').map((row) => row.map(inlineButton));
  if (rows.flat().length > MOST_BUTTONS) throw badRequest('reply markup is too long');
  return rows.filter((row) => row.length > 0);
}

function rowsOf(given: unknown, field: string): unknown[][] {
  const rows = z.array(z.array(z.unknown())).safeParse(given);
  if (!rows.success) throw badRequest(`field "${field}" must be an Array of Arrays`);
  return rows.data;
}

/** How each kind of button must look; one of them, and only one. */
const kinds: Readonly<Record<string, z.ZodType>> = {
  callback_data: z.string(),
  url: z.string(),
  copy_text: z.object({ text: z.string() }),
  disabled: z.object({}),
  switch_inline_query: z.string(),
  switch_inline_query_current_chat: z.string(),
  switch_inline_query_chosen_chat: z.object({}),
  web_app: z.object({ url: z.string() }),
  login_url: z.object({ url: z.string() }),
  pay: z.literal(true),
};

const common = z.looseObject({
  text: z.string({ error: 'Can\'t find field "text"' }).min(1, { error: 'Button text must be non-empty' }),
  style: z.enum(['primary', 'success', 'danger'], { error: 'Invalid button style specified' }).optional(),
});

const isInlineButton = (value: unknown): value is InlineKeyboardButton => {
  if (typeof value !== 'object' || value === null) return false;
  const present = Object.entries(value).filter(([field]) => field in kinds);
  return present.length === 1 && present.every(([field, data]) => kinds[field]?.safeParse(data).success);
};

function inlineButton(given: unknown): InlineKeyboardButton {
  const named = common.safeParse(given);
  if (!named.success) throw cannotParse('inline', named.error.issues[0]?.message ?? 'Object expected');
  if (!isInlineButton(given))
    throw cannotParse('inline', 'Text buttons are unallowed in the inline keyboard');
  checkButton(given);
  return given;
}

const cannotParse = (kind: string, why: string) => badRequest(`can't parse ${kind} keyboard button: ${why}`);

const DATA_BYTES = 64;
const COPY_SIGNS = 256;

function checkButton(button: InlineKeyboardButton): void {
  if ('callback_data' in button) {
    const bytes = Buffer.byteLength(button.callback_data);
    if (bytes < 1 || bytes > DATA_BYTES) throw badRequest('BUTTON_DATA_INVALID');
  }
  if ('copy_text' in button) {
    const { length } = button.copy_text.text;
    if (length < 1 || length > COPY_SIGNS) throw badRequest('BUTTON_COPY_TEXT_INVALID');
  }
  if ('url' in button && !isReachable(button.url)) {
    throw badRequest(`inline keyboard button URL '${button.url}' is invalid: Wrong HTTP URL`);
  }
}

/** Telegram takes no address that has no dot in its host: `localhost` is one. */
function isReachable(url: string): boolean {
  if (url.startsWith('tg://')) return url.length > 'tg://'.length;
  const withScheme = /^[a-z]+:\/\//i.test(url) ? url : `http://${url}`;
  if (!/^https?:/i.test(withScheme) || !URL.canParse(withScheme)) return false;
  return new URL(withScheme).hostname.includes('.');
}

const replyButton = z.union([z.string().min(1), z.looseObject({ text: z.string().min(1) })]);

const isReplyKeyboard = (value: unknown): value is ReplyKeyboardMarkup =>
  z.looseObject({ keyboard: z.array(z.array(replyButton)) }).safeParse(value).success;

function keyboardOf(given: Readonly<Record<string, unknown>>): ReplyKeyboardMarkup {
  const rows = rowsOf(given.keyboard, 'keyboard');
  const keyboard = rows.map((row) =>
    row.map((button) => (typeof button === 'string' ? { text: button } : button)),
  );
  const whole: unknown = { ...given, keyboard };
  if (!isReplyKeyboard(whole)) throw cannotParse('reply', 'Can\'t find field "text"');
  return whole;
}
