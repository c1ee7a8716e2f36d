/** A piece of our markup: a tag, an entity (one character to a reader), or a run of text. */
const PIECES = /<\/?[a-z][^>]*>|&(?:#\d+|#x[0-9a-f]+|[a-z]+);|[^<&]+|[<&]/gi;

interface Piece {
  readonly is: 'tag' | 'sign' | 'text';
  readonly markup: string;
}

const splitMarkup = (html: string): Piece[] =>
  (html.match(PIECES) ?? []).map((markup) => {
    if (/^<\/?[a-z]/i.test(markup)) return { is: 'tag', markup };
    return { is: markup.length > 1 && markup.startsWith('&') ? 'sign' : 'text', markup };
  });

const pieceLength = ({ is, markup }: Piece): number => (is === 'tag' ? 0 : is === 'sign' ? 1 : markup.length);

/** The length of a text as Telegram counts it: UTF-16 units after parsing tags and entities. */
export const visibleLength = (html: string): number =>
  splitMarkup(html).reduce((sum, piece) => sum + pieceLength(piece), 0);

/** Where a text may end; the first kind that does not cost half of it is taken. */
const BREAKS = ['\n\n', '\n', ' '];

/**
 * The text within `limit` units as Telegram counts them: whole, or ended at a paragraph with an ellipsis, every tag
 * closed.
 */
export function truncateHtml(html: string, limit: number): string {
  if (visibleLength(html) <= limit) return html;
  const pieces = splitMarkup(html);
  const text = pieces
    .map(seenText)
    .join('')
    .slice(0, limit - 2);
  return upTo(pieces, kindEnd(text));
}

/** What stands for a piece when only its length and its breaks matter. */
const seenText = ({ is, markup }: Piece): string => (is === 'tag' ? '' : is === 'sign' ? '&' : markup);

function kindEnd(text: string): number {
  const ends = BREAKS.map((sign) => text.lastIndexOf(sign));
  const end = ends.find((at) => at >= text.length / 2) ?? text.length;
  // Never between the two halves of a surrogate pair, such as an emoji.
  return /[\uD800-\uDBFF]$/.test(text.slice(0, end)) ? end - 1 : end;
}

function upTo(pieces: readonly Piece[], end: number): string {
  const open: string[] = [];
  let markup = '';
  let left = end;
  for (const piece of pieces) {
    if (left <= 0) break;
    if (piece.is === 'tag') follow(open, piece.markup);
    markup += piece.is === 'text' ? piece.markup.slice(0, left) : piece.markup;
    left -= pieceLength(piece);
  }
  const closing = open.reverse().map((name) => `</${name}>`);
  return `${markup} …${closing.join('')}`;
}

function follow(open: string[], tag: string): void {
  const name = /^<\/?([a-z]+)/i.exec(tag)?.[1] ?? '';
  if (!tag.startsWith('</')) open.push(name);
  else if (open.at(-1) === name) open.pop();
}
