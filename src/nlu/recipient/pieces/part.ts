import type { Recipient } from '../../reading.ts';
import { normalizeText } from '../../text/text.ts';
import { parseRecipient } from '../parse.ts';

interface Parted {
  readonly recipient: Recipient | null;
  /** The message without it: stops stand where it stood, so that what was before and behind it stays apart. */
  readonly rest: string;
  /** Something of the address or the name may belong elsewhere. */
  readonly isUnsure: boolean;
}

/** The recipient that a message names, and what else it says. */
export function withoutRecipient(message: string): Parted {
  const { said } = normalizeText(message);
  const parsed = parseRecipient(said);
  const { name = null, phone = null, address = null, extension, postcode, used, unsure } = parsed;
  const rest = used.reduce(
    (words, { start, end }) => words.slice(0, start) + ';'.repeat(end - start) + words.slice(end),
    said,
  );
  const isNobody = name === null && phone === null && address === null;
  const more = { ...(extension && { extension }), ...(postcode && { postcode }) };
  return {
    recipient: isNobody ? null : { name, phone, address, ...more },
    rest,
    isUnsure: address !== null && unsure.length > 0,
  };
}
