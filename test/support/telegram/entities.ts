import type { MessageEntity } from 'grammy/types';
import { cannotParse } from './failure.ts';
import { type Attributes, createReader, type Reader } from './tags.ts';

/** Words as a phone shows them, and what marks them; offsets in UTF-16 units. */
export interface Words {
  readonly text: string;
  readonly entities: MessageEntity[];
}

interface OpenTag {
  readonly name: string;
  readonly attributes: Attributes;
  /** Where its content begins in the text. */
  readonly at: number;
}

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' };
/** Names count in small letters and whole only; the semicolon may be missing. */
const SIGN = /^&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|(lt|gt|amp|quot)(?![A-Za-z]));?/;

/** Reads Telegram's HTML. Throws what Telegram says of markup that it cannot read, with offsets in bytes of UTF-8. */
export function parseHtml(html: string): Words {
  const reader = createReader(html);
  const open: OpenTag[] = [];
  const entities: MessageEntity[] = [];
  let text = '';
  while (!reader.isAtEnd()) {
    if (!reader.startsWith('<')) text += readSign(reader);
    else if (reader.startsWith('</')) close(reader, open, text, entities);
    else open.push({ ...reader.startTag(), at: text.length });
  }
  const left = open.at(-1);
  if (left) throw cannotParse(`Can't find end tag corresponding to start tag "${left.name}"`);
  return trimmed({ text, entities: entities.sort(byPlace) });
}

function readSign(reader: Reader): string {
  const [whole, decimal, hexadecimal, name] = SIGN.exec(reader.rest()) ?? [];
  if (whole === undefined) return reader.take(1);
  reader.take(whole.length);
  if (name) return NAMED[name] ?? '';
  const code = Number.parseInt(decimal ?? hexadecimal ?? '', decimal ? 10 : 16);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}

function close(reader: Reader, open: OpenTag[], text: string, entities: MessageEntity[]): void {
  const at = reader.byteOffset();
  const tag = open.pop();
  if (!tag) throw cannotParse(`Unexpected end tag at byte offset ${at}`);
  const name = reader.endTag();
  if (name && name !== tag.name) {
    throw cannotParse(
      `Unmatched end tag at byte offset ${at}, expected "</${tag.name}>", found "</${name}>"`,
    );
  }
  const entity = text.length > tag.at ? entityOf(tag, text.slice(tag.at)) : undefined;
  if (entity) entities.push(entity);
}

type PlainType = 'bold' | 'italic' | 'underline' | 'strikethrough' | 'spoiler' | 'code';
const plainTypes = new Map<string, PlainType>([
  ...['b', 'strong'].map((tag) => [tag, 'bold'] as const),
  ...['i', 'em'].map((tag) => [tag, 'italic'] as const),
  ...['u', 'ins'].map((tag) => [tag, 'underline'] as const),
  ...['s', 'strike', 'del'].map((tag) => [tag, 'strikethrough'] as const),
  ...['span', 'tg-spoiler'].map((tag) => [tag, 'spoiler'] as const),
  ['code', 'code'],
]);

function entityOf({ name, attributes, at }: OpenTag, content: string): MessageEntity | undefined {
  const place = { offset: at, length: content.length };
  if (name === 'a') return linkTo(attributes.get('href') || content, place);
  if (name === 'pre') return { type: 'pre', ...place };
  if (name === 'blockquote') {
    return { type: attributes.has('expandable') ? 'expandable_blockquote' : 'blockquote', ...place };
  }
  if (name === 'tg-emoji') {
    return { type: 'custom_emoji', custom_emoji_id: attributes.get('emoji-id') ?? '', ...place };
  }
  const type = plainTypes.get(name);
  return type && { type, ...place };
}

/** A link that leads nowhere is shown as plain words, without complaint. */
function linkTo(url: string, place: { offset: number; length: number }): MessageEntity | undefined {
  const isLink = /^(https?|tg|mailto|ton):/i.test(url) || /^[\w-]+(\.[\w-]+)+/.test(url);
  return isLink ? { type: 'text_link', url, ...place } : undefined;
}

const byPlace = (a: MessageEntity, b: MessageEntity): number => a.offset - b.offset || b.length - a.length;

/** Telegram shows no white space at either end, and moves the entities along. */
export function trimmed({ text, entities }: Words): Words {
  const end = text.trimEnd().length;
  const start = text.length - text.trimStart().length;
  if (start >= end) return { text: '', entities: [] };
  const kept = entities.flatMap((entity) => {
    const from = Math.max(entity.offset, start);
    const length = Math.min(entity.offset + entity.length, end) - from;
    return length > 0 ? [{ ...entity, offset: from - start, length }] : [];
  });
  return { text: text.slice(start, end), entities: kept };
}

const SEEN = [
  { type: 'bot_command', pattern: /(?<![\w/])\/[A-Za-z0-9_]{1,64}(?:@\w{3,32})?\b/g },
  { type: 'mention', pattern: /(?<!\w)@\w{3,32}\b/g },
  { type: 'url', pattern: /\bhttps?:\/\/[^\s<>"]*[^\s<>".,!?)]/g },
  { type: 'hashtag', pattern: /(?<![\p{L}\w])#[\p{L}\w]+/gu },
] as const;

const STYLES: readonly string[] = [
  ...['bold', 'italic', 'underline', 'strikethrough', 'spoiler', 'blockquote', 'expandable_blockquote'],
];

/** Adds what Telegram finds by itself: commands, mentions, links and hashtags, except in code and in links. */
export function withSeenEntities({ text, entities }: Words): Words {
  const found = [...entities];
  for (const { type, pattern } of SEEN) {
    for (const match of text.matchAll(pattern)) {
      const place = { offset: match.index, length: match[0].length };
      if (!found.some((entity) => !STYLES.includes(entity.type) && overlaps(entity, place)))
        found.push({ type, ...place });
    }
  }
  return { text, entities: found.sort(byPlace) };
}

interface Place {
  readonly offset: number;
  readonly length: number;
}

const overlaps = (a: Place, b: Place): boolean =>
  a.offset < b.offset + b.length && b.offset < a.offset + a.length;
