import type { TxContext } from '../../db/work.ts';
import { channelSide, type Locale, type Side } from '../dsl/event.ts';
import type { Reply, ReplyPart, Screen, Text } from '../dsl/screen.ts';
import {
  countChoices,
  enqueueMessage,
  type MessageComposer,
  type ReplacedMessage,
} from '../outbound/messages.ts';
import { type ChatRow, findChat } from '../store/chats.ts';
import type { Session } from '../store/session.ts';
import { MAX_MISSES, personOffer } from './repair.ts';
import type { Router } from './router.ts';

/** A reply taken apart: what its own chat sees, what others see, what the tapped button says, a new language. */
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

/** Where nothing is tapped there is nothing to hang a toast on: it becomes the first line. */
export function withToast(screens: readonly Screen[], toast: Text | undefined): readonly Screen[] {
  if (!toast) return screens;
  const [first, ...others] = screens;
  return first ? [{ ...first, text: [toast, first.text] }, ...others] : [{ text: toast }];
}

/** The session after a reply: its question stays open, a miss keeps the old question and counts. */
export function nextSession(before: Session, screens: readonly Screen[], now: Date): Session {
  const asking = screens.findLast((screen) => screen.asks)?.asks;
  const isMiss = screens.some((screen) => screen.isMiss);
  const isKept = isMiss || screens.some((screen) => screen.keepsQuestion);
  const open = asking ?? (isKept ? before.asking : undefined);
  const hasKeys = screens.length === 0 ? before.hasKeys : screens.some(({ requests }) => requests?.length);
  const focus = screens.findLast((screen) => screen.focus)?.focus;
  const yes = screens.findLast((screen) => screen.yes)?.yes ?? (isKept ? before.yes : undefined);
  const table = focus
    ? { focus: { ...focus, products: focus.products && [...focus.products] }, focusAt: now.getTime() }
    : before.focus && { focus: before.focus, focusAt: before.focusAt };
  return {
    ...table,
    ...(yes && { yes }),
    ...(open && { asking: open }),
    misses: isMiss ? before.misses + 1 : 0,
    ...(hasKeys && { hasKeys }),
  };
}

/** Keys below the chat go with the question that they answered; as long as it is asked they stand there, shown once. */
export function withoutStaleKeys(screens: readonly Screen[], { hasKeys }: Session): readonly Screen[] {
  if (!hasKeys) return screens;
  if (!screens.some(({ requests }) => requests))
    return screens.map((screen, i) => (i === 0 ? { ...screen, requests: [] } : screen));
  return screens.map(({ requests, ...screen }) =>
    requests && !screen.buttons?.length ? { ...screen, requests } : screen,
  );
}

/** After the third miss in a row, how to reach a person. */
export const withPersonOffer = (screens: readonly Screen[], { misses }: Session): readonly Screen[] =>
  misses > 0 && misses % MAX_MISSES === 0 ? [...screens, personOffer()] : screens;

/** Throws where a button of a screen leads nowhere on that side: a fault of ours, found before anybody can tap it. */
export type ButtonCheck = (side: Side, screen: Screen) => void;

/** Looks at each screen once, to however many chats it goes. */
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

/** Leaves a turn's screens in its own chat; the first takes the place of the tapped message. */
export async function enqueueOwn(
  context: TxContext,
  composer: MessageComposer,
  chat: ChatRow,
  cause: string,
  screens: readonly Screen[],
  tapped: ReplacedMessage | undefined,
): Promise<void> {
  let first = 1;
  for (const [index, screen] of screens.entries()) {
    const replaced = index === 0 && !screen.fresh ? tapped : undefined;
    await enqueueMessage(context, composer, chat, { cause, index, first }, screen, replaced);
    first += countChoices(screen);
  }
}

/** Leaves screens in other people's chats, and answers which. A turn never locks another chat's session. */
export async function enqueueOthers(
  context: TxContext,
  composer: MessageComposer,
  cause: string,
  others: SplitReply['others'],
  check: ButtonCheck,
): Promise<string[]> {
  const notified: string[] = [];
  for (const [index, { to, screen }] of others.entries()) {
    for (const id of to) {
      const chat = await findChat(context.tx, id);
      if (!chat) continue;
      check(channelSide(chat.channel), screen);
      await enqueueMessage(context, composer, chat, { cause: `${cause}:${id}`, index }, screen);
      notified.push(id);
    }
  }
  return notified;
}
