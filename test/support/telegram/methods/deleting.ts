import { z } from 'zod';
import { badRequest } from '../failure.ts';
import { chatId, json, messageId, read } from '../fields.ts';
import { remove } from '../rooms.ts';
import type { Stored } from '../world.ts';
import { reachable } from './destination.ts';
import type { MethodCall, Methods } from './method.ts';

/** Telegram lets nobody delete what is older: 48 hours. */
const DELETABLE_SECONDS = 48 * 3_600;

function mayDelete({ world, account }: MethodCall, { from, date, room }: Stored): boolean {
  const isYoung = world.now().getTime() / 1_000 - date < DELETABLE_SECONDS;
  return isYoung && (from.id === account.id || room.type === 'private');
}

export const deleting: Methods = {
  deleteMessage(call) {
    const { chat_id, message_id } = read(call.params, { chat_id: chatId(), message_id: messageId() });
    const message = reachable(call, chat_id).log.find(({ id }) => id === message_id);
    if (!message) throw badRequest('message to delete not found');
    if (!mayDelete(call, message)) throw badRequest("message can't be deleted for everyone");
    remove(message);
    return true;
  },

  /** What is not there, or too old, is passed over. */
  deleteMessages(call) {
    const { chat_id, message_ids } = read(call.params, {
      chat_id: chatId(),
      message_ids: json(
        z
          .array(z.int())
          .min(1, 'message identifiers are not specified')
          .max(100, 'too many message identifiers specified'),
        "can't parse message identifiers JSON object",
      ),
    });
    const { log } = reachable(call, chat_id);
    for (const message of log.filter(({ id }) => message_ids.includes(id))) {
      if (mayDelete(call, message)) remove(message);
    }
    return true;
  },
};
