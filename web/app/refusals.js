import { word } from './words.js';

/** Refusals that the page has words for. */
const SAID = [
  'tap-lost',
  'not-a-picture',
  'photo-heic',
  'foreign-origin',
  'too-large',
  'voice-off',
  'voice-unknown',
  'voice-large',
];

/** Why something was not taken. @param {string} code @param {boolean} isUpload */
export function refusalWords(code, isUpload) {
  if (SAID.includes(code)) return word(code);
  return word(isUpload && code === '413' ? 'too-large' : 'refused');
}
