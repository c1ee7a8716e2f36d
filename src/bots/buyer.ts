import { Bot, type Context } from 'grammy';
import type { InlineQuery, Update } from 'grammy/types';
import { parseLocale } from '../chat/dsl/event.ts';
import { clientOptions } from './telegram/api/client.ts';
import { formatApiError, parseApiError } from './telegram/api/errors.ts';
import { clientSignal } from './telegram/api/signal.ts';
import { createBackgroundReplies } from './telegram/inbound/background-replies.ts';
import { decodeSender } from './telegram/inbound/decode.ts';
import { findGroupMention, type GroupMention, groupReply } from './telegram/inbound/group.ts';
import {
  type AnswerInlineQuery,
  formatResults,
  nextOffset,
  parseOffset,
  withinDeadline,
} from './telegram/inbound/inline.ts';
import { POLL_SECONDS } from './telegram/inbound/polling.ts';
import {
  answerPreCheckout,
  answerShipping,
  type DecidePreCheckout,
} from './telegram/inbound/pre-checkout.ts';
import {
  type BotDeps,
  type Framework,
  type RunningBot,
  startReception,
} from './telegram/inbound/reception.ts';

export interface BuyerBotDeps extends BotDeps {
  /** Answers inline queries: what is typed after the bot's name in other chats. */
  readonly answerAsk: AnswerInlineQuery;
  /** Decides whether a person may pay an invoice. */
  readonly answerPay: DecidePreCheckout;
}

const UPDATES = [
  ...(['message', 'edited_message', 'callback_query', 'my_chat_member', 'inline_query'] as const),
  ...(['shipping_query', 'pre_checkout_query'] as const),
] as const;

/** The buyers' bot on grammY. Throws a BotFault when Telegram refuses the token. */
export const startBuyerBot = (deps: BuyerBotDeps): Promise<RunningBot> =>
  startReception('telegram-buyer', createGrammyFramework(deps), deps);

/**
 * grammY answers updates that are no events and calls the Bot API; it does not poll. Its own loop confirms updates
 * that our inbox may not hold yet, and its runner confirms even before handling them.
 */
function createGrammyFramework(deps: BuyerBotDeps): Framework<Update> {
  const { token, apiRoot, log } = deps;
  const bot = new Bot(token, { client: clientOptions(apiRoot, POLL_SECONDS + 30) });
  const backgroundReplies = createBackgroundReplies((error) =>
    log.debug(`an answer did not arrive: ${formatApiError(parseApiError(error))}`),
  );

  bot.on('inline_query', (ctx) => backgroundReplies.run(answerInline(ctx, ctx.inlineQuery, deps)));
  bot.on('pre_checkout_query', (ctx) =>
    backgroundReplies.run(answerPreCheckout(ctx, ctx.preCheckoutQuery, deps.answerPay, deps.locale)),
  );
  bot.on('shipping_query', (ctx) =>
    backgroundReplies.run(answerShipping(ctx, ctx.shippingQuery, deps.locale)),
  );
  // A tap that is no event, under a message in another chat: only ends its progress sign.
  bot.on('callback_query', (ctx) => backgroundReplies.run(ctx.answerCallbackQuery()));
  bot.on('message', (ctx) => {
    const call = findGroupMention(ctx.update, ctx.me.username, deps.locale);
    if (call) backgroundReplies.runAgain(() => answerGroup(ctx, call, deps));
  });

  return {
    async getMe(signal) {
      bot.botInfo = await bot.api.getMe(clientSignal(signal));
      return bot.botInfo.username;
    },
    getUpdates: (offset, timeout, signal) =>
      bot.api.getUpdates({ offset, timeout, allowed_updates: UPDATES }, clientSignal(signal)),
    setWebhook: ({ url, secret }, signal) =>
      bot.api.setWebhook(url, { secret_token: secret, allowed_updates: UPDATES }, clientSignal(signal)),
    deleteWebhook: (signal) => bot.api.deleteWebhook({}, clientSignal(signal)),
    setCommands: (commands, language, signal) =>
      bot.api.setMyCommands(
        [...commands],
        { scope: { type: 'all_private_chats' }, ...(language && { language_code: language }) },
        clientSignal(signal),
      ),
    answer: (update) => bot.handleUpdate(update),
    idle: () => backgroundReplies.idle(),
  };
}

async function answerGroup(ctx: Context, call: GroupMention, deps: BuyerBotDeps): Promise<void> {
  const answer = deps.groupAnswer(call.locale);
  await ctx.api.sendMessage(call.chat, answer.html, groupReply(call, answer, ctx.me.username));
}

/** How long Telegram may cache results for a person: short, since stock and prices change. */
const CACHE_SECONDS = 10;

async function answerInline(
  ctx: Context,
  { id, query, from, offset: shown }: InlineQuery,
  { answerAsk, groupAnswer, locale }: BuyerBotDeps,
): Promise<void> {
  const offset = parseOffset(shown);
  const asked = answerAsk({ is: 'inline', query, offset, from: decodeSender(from) });
  const answers = await withinDeadline(asked.catch(() => []));
  const { button } = groupAnswer(parseLocale(from.language_code, locale));
  const results = formatResults(answers, ctx.me.username, button);
  const next_offset = nextOffset(offset, answers.length);
  await ctx.api.answerInlineQuery(id, results, { cache_time: CACHE_SECONDS, is_personal: true, next_offset });
}
