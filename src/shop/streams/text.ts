import { parseLink } from '../values/links.ts';

const TITLE_LENGTH = 60;

/** What a seller says of a stream. A `url` that no phone could open counts as not said; `parseLink` tells beforehand. */
export interface StreamText {
  readonly title?: string;
  readonly url?: string;
}

/** The words that were said and can be used. */
export function streamText({ title, url }: StreamText): StreamText {
  const link = url === undefined ? undefined : parseLink(url);
  return { ...(title && { title: title.slice(0, TITLE_LENGTH) }), ...(link && { url: link }) };
}
