import { lex } from '../src/nlu/lexer/lexer.ts';
import { isQuantity } from '../src/nlu/lexer/tokens.ts';
import type { Labelled } from './labelled.ts';
import type { Random } from './random.ts';
import { fillSlot } from './slots.ts';
import { containerFor, type Language } from './values.ts';

/** A sentence with slots and choices, and the class of the messages that it makes. */
export interface Frame {
  readonly kind: string;
  readonly language: Language;
  readonly pattern: Node;
  readonly line: string;
}

/** Words, a slot, a sequence, or a choice. */
export type Node =
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'slot'; readonly role: string; readonly type: string }
  | { readonly is: 'all'; readonly parts: readonly Node[] }
  | { readonly is: 'one'; readonly options: readonly Node[] };

/** `[en ]kind <tab> pattern[!flag]`. Throws where a line does not follow the grammar. */
export function parseFrame(line: string): Frame {
  const [head = '', body] = line.split('\t');
  if (body === undefined) throw new Error(`no tab in the frame: ${line}`);
  const words = head.trim().split(' ');
  const isEnglish = words[0] === 'en';
  const kind = words[isEnglish ? 1 : 0] ?? '';
  const parser = { text: body.replace(/![a-z]+\s*$/, ''), at: 0 };
  const pattern = parseSequence(parser);
  if (parser.at < parser.text.length) throw new Error(`a bracket too many in the frame: ${line}`);
  return { kind, language: isEnglish ? 'en' : 'zh', pattern, line };
}

interface Parser {
  readonly text: string;
  at: number;
}

function parseSequence(parser: Parser): Node {
  const parts: Node[] = [];
  while (parser.at < parser.text.length && !'|)'.includes(parser.text[parser.at] ?? ''))
    parts.push(parseOne(parser));
  return { is: 'all', parts };
}

function parseOne(parser: Parser): Node {
  const sign = parser.text[parser.at] ?? '';
  const isFirst = '(|'.includes(parser.text[parser.at - 1] ?? '(');
  parser.at += 1;
  const node = sign === '(' ? parseGroup(parser) : sign === '{' ? parseSlot(parser) : parseText(parser, sign);
  if (parser.text[parser.at] !== '?' || (isFirst && sign === '?')) return node;
  parser.at += 1;
  return { is: 'one', options: [node, { is: 'text', text: '' }] };
}

function parseText(parser: Parser, sign: string): Node {
  if (sign !== '\\') return { is: 'text', text: sign };
  parser.at += 1;
  return { is: 'text', text: parser.text[parser.at - 1] ?? '' };
}

function parseGroup(parser: Parser): Node {
  const options = [parseSequence(parser)];
  while (parser.text[parser.at] === '|') {
    parser.at += 1;
    options.push(parseSequence(parser));
  }
  if (parser.text[parser.at] !== ')') throw new Error(`an open bracket in the frame: ${parser.text}`);
  parser.at += 1;
  return { is: 'one', options };
}

function parseSlot(parser: Parser): Node {
  const end = parser.text.indexOf('}', parser.at);
  if (end < 0) throw new Error(`an open slot in the frame: ${parser.text}`);
  const body = parser.text.slice(parser.at, end);
  parser.at = end + 1;
  const colon = body.indexOf(':');
  return colon < 0
    ? { is: 'slot', role: body, type: '' }
    : { is: 'slot', role: body.slice(0, colon), type: body.slice(colon + 1) };
}

export interface Piece {
  readonly text: string;
  /** `P` for goods, a tag for an amount, `X` for one that says nothing, `G` for goods that nobody wants; empty for words. */
  readonly tag: string;
}

/** The pieces of one message that a pattern makes. */
export function expand(
  node: Node,
  random: Random,
  fill: (role: string, type: string) => Piece,
  out: Piece[],
): void {
  if (node.is === 'text') out.push({ text: node.text, tag: '' });
  else if (node.is === 'slot') out.push(fill(node.role, node.type));
  else if (node.is === 'all') for (const part of node.parts) expand(part, random, fill, out);
  else {
    const option = node.options[Math.floor(random() * node.options.length)];
    if (option) expand(option, random, fill, out);
  }
}

/** One message of a frame with the tag of every token; nothing where the words run into each other. */
export function messageOf(
  frame: Frame,
  random: Random,
  goods: Record<Language, readonly string[]>,
): Labelled | undefined {
  const scene = {
    random,
    language: frame.language,
    container: containerFor(random, frame.language),
    isLarge: /SET|ADD|SUB/.test(frame.line),
  };
  const pieces: Piece[] = [];
  expand(frame.pattern, random, (role, type) => fillSlot(role, type, scene, goods), pieces);
  return fromPieces(pieces, frame.kind === COMPLAINT ? complaintKind(pieces) : frame.kind);
}

/** What came was not right: a question where it asks, else talk. */
const COMPLAINT = 'complaint';
const ASKING =
  /[?？吗]|怎么|咋|点算|点解|哪能|么样|何解|啥情况|什么意思|人呢|哪里|能补|can (?:i|you|we)|\b(?:how|what|why)\b/;

const complaintKind = (pieces: readonly Piece[]): string =>
  ASKING.test(pieces.map(({ text }) => text).join('')) ? 'question' : 'other';

/** A message put together of words and slots; nothing where they run into each other. */
export function fromPieces(pieces: readonly Piece[], kind: string): Labelled | undefined {
  let text = '';
  const spans: { start: number; end: number; tag: string }[] = [];
  for (const piece of pieces) {
    if (piece.tag !== '')
      spans.push({ start: text.length, end: text.length + piece.text.length, tag: piece.tag });
    text += piece.text;
  }
  const lexed = lex(text);
  return lexed.text.said.length === text.length ? tagged(lexed, spans, kind) : undefined;
}

/** Every slot must be tokens of its own: an amount one of them. */
function tagged(
  lexed: Labelled['lexed'],
  spans: readonly { start: number; end: number; tag: string }[],
  kind: string,
): Labelled | undefined {
  const tags: string[] = lexed.tokens.map((token) => (isQuantity(token) ? 'X' : 'O'));
  for (const { start, end, tag } of spans) {
    const inside = lexed.tokens.flatMap((token, i) => (token.end > start && token.start < end ? [i] : []));
    const quantities = inside.filter((i) => lexed.tokens[i] && isQuantity(lexed.tokens[i]));
    if (tag === 'G' || tag === 'X') continue;
    if (tag === 'P') {
      const first = lexed.tokens[inside[0] ?? -1];
      const last = lexed.tokens[inside.at(-1) ?? -1];
      if (!first || !last || first.start < start || last.end > end) return undefined;
      for (const [n, i] of inside.entries()) tags[i] = n === 0 ? 'B' : 'I';
    } else {
      const [only, other] = quantities;
      if (only === undefined || other !== undefined || tags[only] !== 'X') return undefined;
      tags[only] = tag;
    }
  }
  return { lexed, tags, class: kind, weight: 1 };
}
