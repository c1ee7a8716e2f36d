import { type Context, Telegraf } from 'telegraf';
import type { Update } from 'telegraf/types';
import { formatApiError, parseApiError } from './telegram/api/errors.ts';
import { clientSignal } from './telegram/api/signal.ts';
import { createBackgroundReplies } from './telegram/inbound/background-replies.ts';
import { findGroupMention, type GroupMention, groupReply } from './telegram/inbound/group.ts';
import {
  type BotDeps,
  type Framework,
  type RunningBot,
  startReception,
} from './telegram/inbound/reception.ts';

const UPDATES = ['message', 'edited_message', 'callback_query', 'my_chat_member'] as const;

/** The sellers' bot on Telegraf. Throws a BotFault when Telegram refuses the token. */
export const startSellerBot = (deps: BotDeps): Promise<RunningBot> =>
  startReception('telegram-seller', createTelegrafFramework(deps), deps);

/**
 * Telegraf answers updates that are no events and calls the Bot API; it neither polls nor serves. Its `launch()`
 * would handle a batch in parallel and confirm it even after a failure; we store a batch before we confirm it.
 */
function createTelegrafFramework(deps: BotDeps): Framework<Update> {
  const { token, apiRoot, log } = deps;
  // Telegraf takes the root as a base that its calls are relative to: without the slash a path in it would be lost.
  const bot = new Telegraf(token, { telegram: { apiRoot: `${apiRoot}/`, webhookReply: false } });
  const backgroundReplies = createBackgroundReplies((error) =>
    log.debug(`an answer did not arrive: ${formatApiError(parseApiError(error))}`),
  );

  // Without this Telegraf prints the whole update and sets the exit code of the process.
  bot.catch((error) => {
    throw error;
  });
  // A tap that is no event, under a message in another chat: only ends its progress sign.
  bot.on('callback_query', (ctx) => backgroundReplies.run(ctx.answerCbQuery()));
  bot.on('message', (ctx) => {
    const call = findGroupMention(ctx.update, ctx.me, deps.locale);
    if (call) backgroundReplies.runAgain(() => answerGroup(ctx, call, deps));
  });

  return {
    async getMe(signal) {
      bot.botInfo = await bot.telegram.callApi('getMe', {}, { signal: clientSignal(signal) });
      return bot.botInfo.username;
    },
    getUpdates: (offset, timeout, signal) =>
      bot.telegram.callApi(
        'getUpdates',
        { offset, timeout, allowed_updates: UPDATES },
        { signal: clientSignal(signal) },
      ),
    setWebhook: ({ url, secret }, signal) =>
      bot.telegram.callApi(
        'setWebhook',
        { url, secret_token: secret, allowed_updates: UPDATES },
        { signal: clientSignal(signal) },
      ),
    deleteWebhook: (signal) => bot.telegram.callApi('deleteWebhook', {}, { signal: clientSignal(signal) }),
    setCommands: (commands, language, signal) =>
      bot.telegram.callApi(
        'setMyCommands',
        { commands, scope: { type: 'all_private_chats' }, ...(language && { language_code: language }) },
        { signal: clientSignal(signal) },
      ),
    answer: (update) => bot.handleUpdate(update),
    idle: () => backgroundReplies.idle(),
  };
}

async function answerGroup(ctx: Context, call: GroupMention, deps: BotDeps): Promise<void> {
  const answer = deps.groupAnswer(call.locale);
  await ctx.telegram.sendMessage(call.chat, answer.html, groupReply(call, answer, ctx.me));
}
