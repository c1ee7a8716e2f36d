import { takeRecipient } from '../reader/recipient.ts';
import { textOf } from '../reader/text.ts';
import type { Recipient } from './reading.ts';

/** The recipient that a message names, and the message without it: stops stand where it stood. */
export function withoutRecipient(message: string): { recipient: Recipient | null; rest: string } {
  const { recipient, rest } = takeRecipient(textOf(message));
  return { recipient, rest: rest.said };
}
