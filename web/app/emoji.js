import { el } from './dom.js';

const EMOJI =
  /((?:\p{Regional_Indicator}{2}|\p{Extended_Pictographic}(?:\uFE0F|\p{Emoji_Modifier})?(?:\u200D\p{Extended_Pictographic}\uFE0F?)*)\s?)/u;

/** Drawn in black: nobody would see them on a dark ground. */
const BLACK = new Set(['➕', '➖', '✖️', '✔️']);

/**
 * A label as nodes whose pictures are for the eye alone: "🛍 See what there is" is read out as "See what there is". No line ends
 * between a picture and the word that follows it.
 * @param {string} text
 */
export function labelNodes(text) {
  const parts = text.split(EMOJI).filter((part) => part !== '');
  if (parts.length < 2) return parts;
  /** @type {(string | HTMLElement)[]} */
  const nodes = [];
  for (const [i, part] of parts.entries()) {
    const [before, next] = [parts[i - 1], parts[i + 1]];
    if (EMOJI.test(part)) {
      if (next === undefined || EMOJI.test(next)) nodes.push(pictureOf(part));
    } else if (before === undefined) nodes.push(part);
    else {
      const word = part.split(' ', 1)[0] ?? part;
      nodes.push(el('span', { class: 'tied' }, pictureOf(before), word), part.slice(word.length));
    }
  }
  return nodes;
}

/** @param {string} part */
const pictureOf = (part) =>
  el('span', { 'aria-hidden': 'true', class: BLACK.has(part.trim()) ? 'black' : undefined }, part);
