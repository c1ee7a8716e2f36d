import { takeRecipient } from '../../reader/recipient.ts';
import { textOf } from '../../reader/text.ts';
import type { Recipient } from '../reading.ts';

interface Parted {
  readonly recipient: Recipient | null;
  /** The message without it: stops stand where it stood. */
  readonly rest: string;
  /** Something of the address or the name may belong elsewhere. */
  readonly isUnsure: boolean;
}

/** The recipient that a message names, and what else it says. */
export function withoutRecipient(message: string): Parted {
  const { recipient, rest, isUnsure } = takeRecipient(textOf(message));
  return { recipient, rest: rest.said, isUnsure };
}
