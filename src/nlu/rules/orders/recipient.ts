import { parseRecipient } from '../../recipient/parse.ts';
import type { Text } from '../lexer/text.ts';

/** Whom goods go to, as far as a message says. */
export interface Addressee {
  readonly name: string | null;
  /** Digits; of a landline with a dash behind the area code. */
  readonly phone: string | null;
  /** In one string, without labels. */
  readonly address: string | null;
  /** Behind a marketplace's hidden number. */
  readonly extension?: string;
  readonly postcode?: string;
}

interface Found {
  readonly recipient: Addressee | null;
  /** The message without it: what was taken becomes a stop, so that what stood before and behind it stays apart. */
  readonly rest: Text;
  /** Something of the address or the name may belong elsewhere. */
  readonly isUnsure: boolean;
}

/** Takes name, phone and address out of a message, in any order, with labels or without. */
export function takeRecipient({ said, plain }: Text): Found {
  const {
    name = null,
    phone = null,
    address = null,
    extension,
    postcode,
    used,
    unsure,
  } = parseRecipient(said);
  const cut = (words: string): string =>
    used.reduce(
      (rest, { start, end }) => rest.slice(0, start) + ';'.repeat(end - start) + rest.slice(end),
      words,
    );
  const isNobody = name === null && phone === null && address === null;
  const more = { ...(extension && { extension }), ...(postcode && { postcode }) };
  const recipient = isNobody ? null : { name, phone, address, ...more };
  return {
    recipient,
    rest: { said: cut(said), plain: cut(plain) },
    isUnsure: address !== null && unsure.length > 0,
  };
}
