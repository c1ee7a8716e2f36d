import type { MessageEntity } from 'grammy/types';
import { z } from 'zod';
import { parseHtml, trimmed, type Words, withSeenEntities } from '../entities.ts';
import { badRequest } from '../failure.ts';
import { json, text } from '../fields.ts';

/** Telegram's limits, in signs as they are seen. */
export const TEXT_SIGNS = 4_096;
export const CAPTION_SIGNS = 1_024;

const isEntity = (value: unknown): value is MessageEntity =>
  z.looseObject({ type: z.string(), offset: z.int(), length: z.int() }).safeParse(value).success;

const entities = () =>
  json(z.array(z.custom<MessageEntity>(isEntity)), "can't parse entities: JSON array expected").optional();

export const textFields = {
  text: text('message text is empty'),
  parse_mode: text('unsupported parse_mode').optional(),
  entities: entities(),
};

export const captionFields = {
  caption: text('wrong caption').optional(),
  parse_mode: text('unsupported parse_mode').optional(),
  caption_entities: entities(),
};

/** What a phone shows of a message's text. */
export function textOf(
  given: {
    text: string;
    parse_mode?: string | undefined;
    entities?: MessageEntity[] | undefined;
  },
  tooLong = 'message is too long',
): Words {
  const words = wordsOf(given.text, given.parse_mode, given.entities);
  if (words.text === '') throw badRequest('message text is empty');
  if (words.text.length > TEXT_SIGNS) throw badRequest(tooLong);
  return words;
}

/** What a phone shows under a picture, which may be nothing. */
export function captionOf(given: {
  caption?: string | undefined;
  parse_mode?: string | undefined;
  caption_entities?: MessageEntity[] | undefined;
}): Words {
  const words = wordsOf(given.caption ?? '', given.parse_mode, given.caption_entities);
  if (words.text.length > CAPTION_SIGNS) throw badRequest('message caption is too long');
  return words;
}

/** Markdown is not read: no bot of ours writes it. */
function wordsOf(given: string, mode = '', marked: MessageEntity[] = []): Words {
  if (mode.toLowerCase() === 'html') return withSeenEntities(parseHtml(given));
  if (mode !== '') throw badRequest('unsupported parse_mode');
  return withSeenEntities(trimmed({ text: given, entities: marked }));
}
