import { sealedAt } from '../../../db/crypto/sealed-columns.ts';
import type { ChatId, MessageId } from '../../../db/ids.ts';
import type { AppContext, TxContext } from '../../../db/work.ts';
import type { MessageBody, NumberedChoices } from '../../dsl/channel.ts';
import type { EventBody } from '../../dsl/event.ts';
import type { ChatRow } from '../../store/chats.ts';
import type { Session } from '../../store/session.ts';
import { decodeBody } from '../messages.ts';
import { choiceActions, parseChoice, withChoicesAsText } from './digits.ts';

/** A message counts as read after this time. */
export const READING_MS = 1_000;
const NOTICES = { first: 101, last: 999 } as const;
/** How many messages may lie between a notice and the number that answers it. */
const LOOK_BACK = 50;

/**
 * Turns a number that was typed on a channel without buttons into a tap. Other events are returned as they are.
 *
 * - Choices of an answer count from 1; a reply of several messages counts through them.
 * - Choices of a notice count from 101, and go on where the last notice stopped: a number meant for an answer is never a
 *   choice of a notice that has just come in.
 * - A number is a choice of the newest answer that has choices or asks something, or of a notice. Earlier answers have no
 *   valid numbers.
 * - A message's numbers are valid from a second after it was sent, because nobody has read it sooner. So the same number
 *   sent twice quickly is the same choice twice, never a choice of the screen that the first one opened.
 * - While a question is open, a number of its own choices, or of a notice after it, is that choice; every other number is
 *   the answer to the question. 0 is always the menu.
 */
export async function resolveChoice(
  context: TxContext,
  chat: ChatRow,
  { asking }: Session,
  { body, at }: { readonly body: EventBody; readonly at: Date },
): Promise<EventBody> {
  const number = body.is === 'text' ? parseChoice(body.text) : undefined;
  if (number === undefined) return body;
  if (number === 0) return { is: 'command', name: 'menu', rest: '' };
  const isAsked = asking !== undefined;
  const action = await findAction(context, chat.id, number, { at, isAsked });
  if (action !== undefined) return { is: 'tap', action };
  return isAsked ? body : { is: 'no-choice' };
}

async function findAction(
  { tx, cipher }: TxContext,
  chatId: ChatId,
  number: number,
  { at, isAsked }: { readonly at: Date; readonly isAsked: boolean },
): Promise<string | undefined> {
  const rows = await tx.message.findMany({
    // `due` is left out: it has not reached the person.
    where: { chatId, isReplaced: false, state: { in: ['sending', 'sent'] } },
    orderBy: { seq: 'desc' },
    take: LOOK_BACK,
    select: { id: true, cause: true, sealed: true },
  });
  let answer: string | undefined;
  for (const { id, cause, sealed } of rows) {
    const body = decodeBody(cipher.decrypt(sealed, sealedAt('message.sealed', id)));
    const { choices } = body;
    if (!choices || !isRead(choices, at)) continue;
    if (choices.isNotice ? isAsked && answer : answer && answer !== cause) continue;
    if (!choices.isNotice) answer = cause;
    const action = choiceActions(body)[number - (choices.first ?? 1)];
    if (action !== undefined) return action;
  }
  return undefined;
}

const isRead = ({ saidAt }: NumberedChoices, at: Date): boolean =>
  saidAt !== undefined && saidAt + READING_MS <= at.getTime();

/** Numbers the choices of a message before it is sent, and stores the numbers before anybody can answer. */
export async function numberChoices(
  appContext: AppContext,
  chatId: ChatId,
  id: MessageId,
  body: MessageBody,
): Promise<MessageBody> {
  if (!body.choices) return withChoicesAsText(body);
  const first = body.choices.first ?? (await nextNotice(appContext, chatId, choiceActions(body).length));
  const saidAt = appContext.clock.now().getTime();
  const said = { ...body, choices: { ...body.choices, first, saidAt } };
  const sealed = appContext.cipher.encrypt(said, sealedAt('message.sealed', id));
  await appContext.db.message.update({ where: { id }, data: { sealed } });
  return withChoicesAsText(said);
}

/** Messages of a chat are sent one at a time, so that no two notices get the same numbers. */
async function nextNotice({ db, cipher }: AppContext, chatId: ChatId, count: number): Promise<number> {
  const rows = await db.message.findMany({
    where: { chatId },
    orderBy: { seq: 'desc' },
    take: LOOK_BACK,
    select: { id: true, sealed: true },
  });
  for (const { id, sealed } of rows) {
    const body = decodeBody(cipher.decrypt(sealed, sealedAt('message.sealed', id)));
    if (!body.choices?.isNotice || body.choices.first === undefined) continue;
    const next = body.choices.first + choiceActions(body).length;
    return next + count > NOTICES.last ? NOTICES.first : next;
  }
  return NOTICES.first;
}
