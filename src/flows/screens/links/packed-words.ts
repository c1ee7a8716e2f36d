/** How many bytes of somebody's words fit into a button beside its route and page. */
const WORDS_BYTES = 40;

/** Words as a button carries them. Of long ones the end is kept: there stands what a thing is. */
export function packWords(text: string): string {
  let kept = text.trim();
  while (Buffer.byteLength(kept) > WORDS_BYTES) kept = [...kept].slice(1).join('');
  return Buffer.from(kept).toString('base64url');
}

export const unpackWords = (text: string): string => Buffer.from(text, 'base64url').toString('utf8');
