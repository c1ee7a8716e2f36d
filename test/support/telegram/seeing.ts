import type { Chat } from './interface.ts';
import { WITHIN_MS } from './patience.ts';
import type { SeenMessage, Wanted } from './phone.ts';
import { drawn, seenBy } from './seen.ts';
import type { Resident, Room, Stored, World } from './world.ts';

export type Seeing = Pick<
  Chat,
  | 'messages'
  | 'last'
  | 'heard'
  | 'sees'
  | 'buttons'
  | 'keyboard'
  | 'isTyping'
  | 'waitsFor'
  | 'settles'
  | 'screen'
>;

/** What a person sees in a chat, and waits to see. */
export function seeing(world: World, room: Room, person: Resident): Seeing {
  const look = lookingBy(person);
  const messages = (): SeenMessage[] => room.log.map(look);
  const heard = (): SeenMessage[] => messages().filter(({ isMine }) => !isMine);
  const screen = (): string => drawn(person, room);

  return {
    messages,
    heard,
    screen,
    last() {
      const message = messages().at(-1);
      if (!message) throw new Error(`Nothing was said yet.\n${screen()}`);
      return message;
    },
    sees: (words) => heard().some((message) => fits(message, words)),
    buttons() {
      const message = messages().findLast(({ buttons }) => buttons.length > 0);
      return (message?.buttons ?? []).map((row) => row.map(({ label }) => label));
    },
    keyboard() {
      const rows = room.keyboards.get(person.user.id)?.keyboard ?? [];
      return rows.map((row) => row.map((key) => (typeof key === 'string' ? key : key.text)));
    },
    isTyping: () => room.isTyping,
    waitsFor(wanted, { within = WITHIN_MS, after } = {}) {
      const since = after?.revision ?? 0;
      const find = () => heard().findLast((message) => message.revision > since && fits(message, wanted));
      return room.changes.until(
        find,
        within,
        () => `Nothing like ${named(wanted)} in ${within} ms.\n${screen()}`,
      );
    },
    async settles({ quietMs = 100, within = WITHIN_MS } = {}) {
      const end = performance.now() + within;
      const left = (): number => Math.max(0, end - performance.now());
      for (;;) {
        for (const bot of room.bots) await bot.idle(left());
        const before = busyness(world);
        const isBusier = () => (busyness(world) === before ? undefined : true);
        const isQuiet = (await world.traffic.awaits(isBusier, quietMs)) === undefined;
        if (isQuiet && room.bots.every(({ queue }) => queue.waiting.length === 0)) return;
        if (left() === 0) throw new Error(`Still not quiet after ${within} ms.\n${screen()}`);
      }
    },
  };
}

/** Sees a message anew only when it has changed: who waits in a long chat looks at all of it again and again. */
function lookingBy(person: Resident): (message: Stored) => SeenMessage {
  const known = new WeakMap<Stored, SeenMessage>();
  return (message) => {
    const before = known.get(message);
    if (before?.revision === message.revision) return before;
    const seen = seenBy(person, message);
    known.set(message, seen);
    return seen;
  };
}

/** Changes with every call that begins or ends; polling does not count. */
function busyness({ calls }: World): number {
  const counted = calls.filter(({ method }) => method.toLowerCase() !== 'getupdates');
  return counted.length + counted.filter(({ response }) => response !== undefined).length;
}

function fits(message: SeenMessage, wanted: Wanted): boolean {
  if (typeof wanted === 'function') return wanted(message);
  return typeof wanted === 'string' ? message.text.includes(wanted) : wanted.test(message.text);
}

const named = (wanted: Wanted): string => (typeof wanted === 'string' ? `"${wanted}"` : String(wanted));
