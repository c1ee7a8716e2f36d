import type { TxContext } from '../../db/work.ts';
import { channelSide, type Locale, type Side } from '../dsl/event.ts';
import type { Reply, ReplyPart, Screen, Text } from '../dsl/screen.ts';
import type { ComposedMessage } from '../outbound/composed.ts';
import {
  composeMessage,
  countChoices,
  type MessageComposer,
  type ReplacedMessage,
} from '../outbound/messages.ts';
import { type ChatRow, findChats } from '../store/chats.ts';
import type { Session } from '../store/session.ts';
import { guesses, MAX_MISSES, personOffer } from './repair.ts';
import type { Router } from './router.ts';

/** The parts of a reply: own screens, screens for others, toast, new language. */
interface SplitReply {
  readonly screens: readonly Screen[];
  readonly others: readonly Extract<ReplyPart, { to: readonly string[] }>[];
  readonly toast: Text | undefined;
  readonly speaks: Locale | undefined;
}

export function splitReply(reply: Reply): SplitReply {
  const parts = {
    screens: [] as Screen[],
    others: [] as SplitReply['others'][number][],
    toast: undefined as Text | undefined,
    speaks: undefined as Locale | undefined,
  };
  for (const part of reply) {
    if ('to' in part) parts.others.push(part);
    else if ('toast' in part) parts.toast = part.toast;
    else if ('speaks' in part) parts.speaks = part.speaks;
    else parts.screens.push(part);
  }
  return parts;
}

/** Puts the toast into the first line, for channels that have none. */
export function withToast(screens: readonly Screen[], toast: Text | undefined): readonly Screen[] {
  if (!toast) return screens;
  const [first, ...others] = screens;
  return first ? [{ ...first, text: [toast, first.text] }, ...others] : [{ text: toast }];
}

/** Whether what was asked before stays open. */
export const isKept = (screens: readonly Screen[]): boolean =>
  screens.some(({ isMiss, keepsQuestion }) => isMiss || keepsQuestion);

/** The session after a reply: its question stays open, a miss keeps the old question and counts. */
export function nextSession(before: Session, screens: readonly Screen[], now: Date): Session {
  const asking = screens.findLast((screen) => screen.asks)?.asks;
  const isMiss = screens.some((screen) => screen.isMiss);
  const keeps = isKept(screens);
  const open = asking ?? (keeps ? before.asking : undefined);
  const hasKeys = screens.length === 0 ? before.hasKeys : screens.some(({ requests }) => requests?.length);
  const focus = screens.findLast((screen) => screen.focus)?.focus;
  const yes = screens.findLast((screen) => screen.yes)?.yes ?? (keeps ? before.yes : undefined);
  const table = focus
    ? {
        focus: { ...focus, products: focus.products && [...focus.products] },
        focusAt: now.getTime(),
        ...(countProducts(screens) > 1 && { isFocusPassed: true }),
      }
    : before.focus && {
        focus: before.focus,
        focusAt: before.focusAt,
        ...((before.isFocusPassed || (screens.length > 0 && !keeps)) && { isFocusPassed: true }),
      };
  const lastChange =
    screens.findLast((screen) => screen.lastChange)?.lastChange ?? (keeps ? before.lastChange : undefined);
  return {
    ...table,
    ...(yes && { yes }),
    ...(lastChange !== undefined && { lastChange }),
    ...(open && { asking: open }),
    misses: isMiss ? before.misses + 1 : 0,
    ...(hasKeys && { hasKeys }),
  };
}

/** Of two at once neither is what is spoken of. */
const countProducts = (screens: readonly Screen[]): number =>
  new Set(screens.flatMap(({ focus }) => focus?.product ?? [])).size;

/** Removes keys below the chat when their question is no longer open, and shows them only once while it is. */
export function withoutStaleKeys(screens: readonly Screen[], { hasKeys }: Session): readonly Screen[] {
  if (!hasKeys) return screens;
  if (!screens.some(({ requests }) => requests))
    return screens.map((screen, i) => (i === 0 ? { ...screen, requests: [] } : screen));
  return screens.map(({ requests, ...screen }) =>
    requests && !screen.buttons?.length ? { ...screen, requests } : screen,
  );
}

/**
 * Never the same answer twice: after the second misunderstood message in a row guesses as buttons, unless the answer
 * has some of its own; after the third the offer of a person.
 */
export function withRepairs(
  screens: readonly Screen[],
  { misses }: Session,
  leads: (action: string) => boolean,
): readonly Screen[] {
  if (misses === 0) return screens;
  if (misses % MAX_MISSES === 0) return [...screens, personOffer()];
  const hasChoices = screens.some(({ buttons = [] }) => buttons.flat().length > 2);
  const isTime = misses % MAX_MISSES === 2 && !hasChoices;
  // Every side of the shop has these commands; a flow alone, in an example, need not.
  const all = (guesses.buttons ?? []).flat();
  return isTime && all.every((one) => 'tap' in one && leads(one.tap)) ? [...screens, guesses] : screens;
}

/** Throws where a button of a screen matches no route of that side. */
export type ButtonCheck = (side: Side, screen: Screen) => void;

/** Checks each screen once, however many chats it is sent to. */
export function createButtonCheck(routers: Readonly<Record<Side, Router<never>>>): ButtonCheck {
  const checked: Readonly<Record<Side, WeakSet<Screen>>> = { buyer: new WeakSet(), seller: new WeakSet() };
  return (side, screen) => {
    if (checked[side].has(screen)) return;
    for (const button of (screen.buttons ?? []).flat())
      if ('tap' in button && !routers[side].tap(button.tap))
        throw new Error(`the button "${button.tap}" leads nowhere`);
    checked[side].add(screen);
  };
}

/** Composes a turn's screens for its own chat; the first replaces the tapped message. */
export async function composeOwn(
  context: TxContext,
  composer: MessageComposer,
  chat: ChatRow,
  cause: string,
  screens: readonly Screen[],
  tapped: ReplacedMessage | undefined,
): Promise<ComposedMessage[]> {
  let first = 1;
  const composed: ComposedMessage[] = [];
  for (const [index, screen] of screens.entries()) {
    const replaced = index === 0 && !screen.fresh ? tapped : undefined;
    const why = { cause, index, first };
    const body = await composeMessage(context, composer, chat, why, screen, replaced);
    composed.push({ chat, why, body, replaced });
    first += countChoices(screen);
  }
  return composed;
}

/** Composes screens for other chats. A turn never locks another chat's session. */
export async function composeOthers(
  context: TxContext,
  composer: MessageComposer,
  cause: string,
  others: SplitReply['others'],
  check: ButtonCheck,
): Promise<ComposedMessage[]> {
  const chats = await findChats(context, [...new Set(others.flatMap(({ to }) => to))]);
  const composed: ComposedMessage[] = [];
  for (const [index, { to, screen }] of others.entries())
    for (const chat of to.flatMap((id) => chats.get(id) ?? [])) {
      check(channelSide(chat.channel), screen);
      const why = { cause: `${cause}:${chat.id}`, index };
      composed.push({ chat, why, body: await composeMessage(context, composer, chat, why, screen) });
    }
  return composed;
}
