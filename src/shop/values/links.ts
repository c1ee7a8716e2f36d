/** The longest link that is kept, in characters. */
const LINK_LENGTH = 500;

/**
 * A link that any phone can open, as it is kept; nothing for what is none. Channels refuse a whole message over a button
 * without a proper host, so such a link must never get into one.
 */
export function parseLink(text: string): string | undefined {
  if (text.length > LINK_LENGTH || !URL.canParse(text)) return undefined;
  const { protocol, hostname, username, href } = new URL(text);
  const isWeb = protocol === 'https:' || protocol === 'http:';
  return isWeb && /[^.]\.[^.]/.test(hostname) && username === '' ? href : undefined;
}
