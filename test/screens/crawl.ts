import { randomUUID } from 'node:crypto';
import type { MessageBody } from '../../src/chat/dsl/channel.ts';
import type { EventBody, Side } from '../../src/chat/dsl/event.ts';
import { decodeBody } from '../../src/chat/outbound/messages.ts';
import { sealedAt } from '../../src/db/crypto/sealed-columns.ts';
import type { ChatId, MessageId } from '../../src/db/ids.ts';
import { visit } from '../bots/web/visitor.ts';
import type { Walnut } from '../support/walnut.ts';
import { LEFT_OUT, routeOf } from './routes.ts';

/** One message as somebody reads it, and after which words or tap of theirs it came. */
export interface SeenScreen {
  readonly id: MessageId;
  readonly chat: ChatId;
  readonly after: string;
  readonly body: MessageBody;
}

/** Somebody of the web chat, who reads the same rows as the page; quicker than its limits let a browser be. */
export interface Crawler {
  readonly seen: readonly SeenScreen[];
  says(text: string): Promise<void>;
  commands(name: string, rest?: string): Promise<void>;
  taps(action: string): Promise<void>;
  /** Taps a kind of button that leads on from what was seen, each kind twice at most; false where every kind was tapped. */
  wanders(): Promise<boolean>;
}

const TWICE = 2;

/** A newcomer, or whoever has spoken in `known`. */
export async function openCrawler(walnut: Walnut, side: Side, tag: string, known?: ChatId): Promise<Crawler> {
  const chat =
    known ?? ((await visit(walnut.app.url ?? '', side, { 'accept-language': tag })).chat as ChatId);
  const seen: SeenScreen[] = [];
  const tapped = new Map<string, number>();
  const done = new Set<string>();
  // What was said to them before is no part of the walk.
  const before = await walnut.database.db.message.aggregate({
    where: { chatId: chat },
    _max: { seq: true },
  });
  let last = known ? (before._max.seq ?? 0n) : 0n;

  const read = async (after: string): Promise<void> => {
    await walnut.app.engine.idle();
    const rows = await walnut.database.db.message.findMany({
      where: { chatId: chat, seq: { gt: last } },
      orderBy: { seq: 'asc' },
    });
    for (const { id, chatId, sealed, seq } of rows) {
      last = seq;
      const body = decodeBody(walnut.app.appContext.cipher.decrypt(sealed, sealedAt('message.sealed', id)));
      if (!body.mine) seen.push({ id, chat: chatId, after, body });
    }
  };
  let seq = 0n;
  const { address } = await walnut.database.db.chat.findUniqueOrThrow({ where: { id: chat } });
  const send = async (after: string, body: EventBody): Promise<void> => {
    seq += 1n;
    const event = { channel: `web-${side}` as const, address, key: randomUUID(), seq, at: new Date() };
    await walnut.app.engine.accept([{ ...event, from: { name: '', language: tag }, body }]);
    await read(after);
  };
  const tap = (action: string, message: string) => send(action, { is: 'tap', action, message });
  const next = (): { action: string; message: string } | undefined => {
    for (const { id, body } of seen.toReversed())
      for (const button of body.buttons.flat()) {
        if (!('tap' in button) || LEFT_OUT.test(button.tap) || done.has(button.tap)) continue;
        if ((tapped.get(routeOf(button.tap)) ?? 0) < TWICE) return { action: button.tap, message: id };
      }
    return undefined;
  };

  return {
    seen,
    says: (text) => send(text, { is: 'text', text }),
    commands: (name, rest = '') => send(`/${name} ${rest}`.trim(), { is: 'command', name, rest }),
    async taps(action) {
      const on = seen.findLast(({ body }) =>
        body.buttons.flat().some((button) => 'tap' in button && button.tap.startsWith(action)),
      );
      const found = on?.body.buttons
        .flat()
        .find((button) => 'tap' in button && button.tap.startsWith(action));
      if (!on || !found || !('tap' in found)) throw new Error(`no button to ${action}`);
      await tap(found.tap, on.id);
    },
    async wanders() {
      const to = next();
      if (!to) return false;
      done.add(to.action);
      tapped.set(routeOf(to.action), (tapped.get(routeOf(to.action)) ?? 0) + 1);
      await tap(to.action, to.message);
      return true;
    },
  };
}
