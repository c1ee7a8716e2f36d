import { randomUUID } from 'node:crypto';
import { vi } from 'vitest';
import { createSmsChannel, type SmsChannel } from '../../examples/channel-sms/channel.ts';
import type { Side } from '../../src/chat/dsl/event.ts';
import type { Engine } from '../../src/chat/engine/engine.ts';
import { READING_MS } from '../../src/chat/outbound/choices/choices.ts';
import { systemClock } from '../../src/data.ts';
import type { Clock } from '../../src/db/work.ts';

/** The channel of examples/channel-sms, with a gateway and phones in this process. */
export interface DigitsChannel extends SmsChannel {
  /** A phone that writes to the shop; `engine` may be another one after a restart. */
  phone(engine: () => Engine, locale?: 'zh' | 'en'): Phone;
  /** While true, nothing that is said gets through. */
  isDown: boolean;
}

/** Somebody's phone: what they write, and what they read. */
export interface Phone {
  readonly address: string;
  /** Writes after having read what is there. */
  says(words: string): Promise<void>;
  /** Sends a picture, which this channel cannot take. */
  sendsPicture(): Promise<void>;
  /** Writes several messages in a hurry, each before the answer to the one before can have been read. */
  blurts(...words: readonly string[]): Promise<void>;
  /** Answers with the number before a choice of the newest message that offers it, and returns it. */
  chooses(label: string): Promise<string>;
  /** Everything the shop has said, oldest first. */
  heard(): readonly string[];
  /** Whether the shop's newest message says this. */
  sees(words: string): boolean;
  /** Resolves with the first message that says this and came after the person's last words. */
  waitsFor(words: string): Promise<string>;
}

export function digitsChannel(side: Side, clock: Clock = systemClock): DigitsChannel {
  const screens = new Map<string, string[]>();
  const sms = createSmsChannel(side, async (to, text) => {
    if (channel.isDown) return { retryInMs: 1 };
    screens.get(to)?.push(text);
    return 'sent';
  });
  const channel: DigitsChannel = {
    ...sms,
    isDown: false,
    async deliver(message) {
      if (message.body.buttons.length > 0 || message.body.edit)
        throw new Error('a plain phone shows words alone');
      return sms.deliver(message);
    },
    phone(engine, locale = 'en') {
      const heard: string[] = [];
      const address = randomUUID();
      screens.set(address, heard);
      return phoneOf(channel, { address, heard, engine, locale, clock });
    },
  };
  return channel;
}

interface PhoneParts {
  readonly address: string;
  readonly heard: readonly string[];
  readonly engine: () => Engine;
  readonly locale: string;
  readonly clock: Clock;
}

let seq = 0n;

function phoneOf(channel: SmsChannel, { address, heard, engine, locale, clock }: PhoneParts): Phone {
  let read = 0;
  const incoming = (text: string | undefined, waited: number) => {
    seq += 1n;
    const receivedAt = new Date(clock.now().getTime() + waited);
    return channel.decode({ id: randomUUID(), from: address, text, seq, receivedAt, language: locale });
  };
  const phone: Phone = {
    address,
    async says(words) {
      read = heard.length;
      await engine().accept([incoming(words, READING_MS)]);
      await engine().idle();
    },
    async sendsPicture() {
      read = heard.length;
      await engine().accept([incoming(undefined, READING_MS)]);
      await engine().idle();
    },
    async blurts(...words) {
      read = heard.length;
      for (const one of words) {
        await engine().accept([incoming(one, 0)]);
        await engine().idle();
      }
    },
    async chooses(label) {
      const lines = heard.toReversed().flatMap((text) => text.split('\n'));
      const number = lines
        .map((line) => /^(\d+) (.*)$/.exec(line))
        .find((found) => found?.[2]?.includes(label))?.[1];
      if (number === undefined) throw new Error(`no choice "${label}" in:\n${heard.at(-1)}`);
      await phone.says(number);
      return heard.at(-1) ?? '';
    },
    heard: () => heard,
    sees: (words) => heard.at(-1)?.includes(words) ?? false,
    async waitsFor(words) {
      return vi.waitUntil(() => heard.slice(read).find((text) => text.includes(words)), { timeout: 10_000 });
    },
  };
  return phone;
}
