import { el } from './dom.js';

const EMOJI =
  /((?:\p{Regional_Indicator}{2}|\p{Extended_Pictographic}(?:\uFE0F|\p{Emoji_Modifier})?(?:\u200D\p{Extended_Pictographic}\uFE0F?)*)\s?)/u;

/**
 * A label as nodes whose pictures are for the eye alone: "🛍 See what there is" is read out as "See what there is". No line ends
 * between a picture and its word.
 * @param {string} text
 */
export const labelNodes = (text) =>
  text
    .split(EMOJI)
    .filter((part) => part !== '')
    .map((part) =>
      EMOJI.test(part) && part.trim() !== text.trim()
        ? el('span', { 'aria-hidden': 'true' }, part.replace(' ', '\u00a0'))
        : part,
    );
