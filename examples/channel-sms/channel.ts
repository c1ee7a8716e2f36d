import type { Channel, DeliveryResult } from '../../src/chat/dsl/channel.ts';
import type { EventBody, IncomingEvent, Side } from '../../src/chat/dsl/event.ts';
import { plainText } from '../../src/chat/dsl/html.ts';

/** A text message as a gateway hands it over. */
export interface IncomingSms {
  /** The gateway's id of it: unique, the same when it is delivered twice. */
  readonly id: string;
  /** The sender's number. */
  readonly from: string;
  /** Nothing where a picture came instead. */
  readonly text?: string | undefined;
  /** Rises with every message of a number; events are answered in its order. */
  readonly seq: bigint;
  /** When it reached us, by our own clock: it tells which message the number in it answers. */
  readonly receivedAt: Date;
  /** A language tag (`zh`, `en-GB`), where the gateway knows one. */
  readonly language?: string | undefined;
}

/** What a gateway answers; a busy one says when to try again. */
export type SmsOutcome = 'sent' | 'no such number' | { readonly retryInMs: number };

/** Hands a text to the gateway. Throws where the gateway cannot be reached. */
export type SendSms = (to: string, text: string) => Promise<SmsOutcome>;

/** A channel that shows words alone. */
export interface SmsChannel extends Channel {
  /** What to give to `engine.accept`. */
  decode(sms: IncomingSms): IncomingEvent;
}

export function createSmsChannel(side: Side, send: SendSms): SmsChannel {
  const name = `sms-${side}` as const;
  return {
    name,
    // The engine then numbers the choices of each message and reads the numbers that come back.
    can: { readsTable: false, buttons: false },

    async deliver({ address, body }): Promise<DeliveryResult> {
      try {
        return deliveryResult(await send(address, plainText(body.html)));
      } catch (error) {
        return { is: 'unwell', why: String(error), mayHaveArrived: true };
      }
    },

    decode: ({ id, from, text, seq, receivedAt, language }) => ({
      channel: name,
      address: from,
      key: id,
      seq,
      at: receivedAt,
      from: { name: from, ...(language && { language }) },
      body: decodeText(text),
    }),
  };
}

function deliveryResult(outcome: SmsOutcome): DeliveryResult {
  if (outcome === 'sent') return { is: 'sent' };
  if (outcome === 'no such number') return { is: 'gone' };
  return { is: 'later', ms: outcome.retryInMs };
}

/** `/orders` is a command here too. */
function decodeText(text: string | undefined): EventBody {
  if (!text) return { is: 'unsupported', what: 'mms' };
  const [, name, rest = ''] = /^\/(\w+)\s*(.*)$/s.exec(text) ?? [];
  return name ? { is: 'command', name, rest } : { is: 'text', text };
}
