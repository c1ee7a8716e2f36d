import { cannotParse } from './failure.ts';

export type Attributes = ReadonlyMap<string, string>;

/** Reads HTML from left to right, as Telegram does: byte offsets, no comments, few tags. */
export interface Reader {
  isAtEnd(): boolean;
  startsWith(words: string): boolean;
  rest(): string;
  take(length: number): string;
  byteOffset(): number;
  /** Reads `<name attribute="value">`. */
  startTag(): { readonly name: string; readonly attributes: Attributes };
  /** Reads `</name>` and answers the name. */
  endTag(): string;
}

const KNOWN = new Set([
  ...['b', 'strong', 'i', 'em', 'u', 'ins', 's', 'strike', 'del', 'code', 'pre', 'a'],
  ...['span', 'tg-spoiler', 'tg-emoji', 'blockquote'],
]);

export function createReader(html: string): Reader {
  let at = 0;
  const bytesUpTo = (end: number): number => Buffer.byteLength(html.slice(0, end));
  const matched = (pattern: RegExp): RegExpExecArray => {
    const match = pattern.exec(html.slice(at));
    if (!match) throw new Error(`${pattern} matches always`);
    at += match[0].length;
    return match;
  };

  const attribute = (tag: string, begin: number): [string, string] => {
    const name = matched(/^[^\s=>/"']*/)[0].toLowerCase();
    if (!name) throw cannotParse(`Empty attribute name in the tag "${tag}" at byte offset ${begin}`);
    matched(/^\s*/);
    if (html[at] !== '=') {
      // HTML's short form, which Telegram knows for this one.
      if (name === 'expandable') return [name, ''];
      throw cannotParse(
        `Expected equal sign in declaration of an attribute of the tag "${tag}" at byte offset ${begin}`,
      );
    }
    at += 1;
    matched(/^\s*/);
    const quote = html[at];
    if (quote !== '"' && quote !== "'") return [name, matched(/^[^\s>]*/)[0]];
    const end = html.indexOf(quote, at + 1);
    if (end < 0) throw cannotParse(`Unclosed start tag "${tag}" at byte offset ${begin}`);
    const value = html.slice(at + 1, end);
    at = end + 1;
    return [name, decoded(value)];
  };

  const attributesOf = (tag: string, begin: number): Attributes => {
    const attributes = new Map<string, string>();
    for (;;) {
      matched(/^\s*/);
      if (at >= html.length) throw cannotParse(`Unclosed start tag "${tag}" at byte offset ${begin}`);
      if (html[at] === '>') break;
      attributes.set(...attribute(tag, begin));
    }
    at += 1;
    return attributes;
  };

  return {
    isAtEnd: () => at >= html.length,
    startsWith: (words) => html.startsWith(words, at),
    rest: () => html.slice(at),
    take(length) {
      at += length;
      return html.slice(at - length, at);
    },
    byteOffset: () => bytesUpTo(at),
    startTag() {
      const begin = bytesUpTo(at);
      at += 1;
      const name = matched(/^[^\s>]*/)[0].toLowerCase();
      if (at >= html.length) throw cannotParse(`Unclosed start tag at byte offset ${begin}`);
      if (!KNOWN.has(name)) throw cannotParse(`Unsupported start tag "${name}" at byte offset ${begin}`);
      const attributes = attributesOf(name, begin);
      if (name === 'span' && attributes.get('class') !== 'tg-spoiler') {
        throw cannotParse(`Tag "span" must have class "tg-spoiler" at byte offset ${begin}`);
      }
      if (name === 'tg-emoji' && !/^\d+$/.test(attributes.get('emoji-id') ?? '')) {
        throw cannotParse('Invalid custom emoji identifier specified');
      }
      return { name, attributes };
    },
    endTag() {
      const begin = bytesUpTo(at);
      at += 2;
      const name = matched(/^[^\s>]*/)[0].toLowerCase();
      matched(/^\s*/);
      if (html[at] !== '>') throw cannotParse(`Unclosed end tag at byte offset ${begin}`);
      at += 1;
      return name;
    },
  };
}

/** The signs that may stand in an attribute in disguise. */
const decoded = (value: string): string =>
  value.replace(/&(lt|gt|quot|amp);/g, (_, name) =>
    name === 'lt' ? '<' : name === 'gt' ? '>' : name === 'quot' ? '"' : '&',
  );
