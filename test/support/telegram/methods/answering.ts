import type { InlineQueryResult, ShippingOption } from 'grammy/types';
import { z } from 'zod';
import { badRequest } from '../failure.ts';
import { flag, json, read, text } from '../fields.ts';
import { markupOf } from '../markup.ts';
import type { Methods } from './method.ts';
import { textOf } from './words.ts';

const TOAST_SIGNS = 200;
const MOST_RESULTS = 50;
const RESULT_ID_BYTES = 64;

const queryId = (complaint: string) => text(complaint);

export const answering: Methods = {
  answerCallbackQuery(call) {
    const given = read(call.params, {
      callback_query_id: queryId('query is too old and response timeout expired or query ID is invalid'),
      text: text('wrong text').optional(),
      show_alert: flag().default(false),
      url: text('wrong url').optional(),
    });
    if ((given.text ?? '').length > TOAST_SIGNS) throw badRequest('MESSAGE_TOO_LONG');
    const isOpenable = given.url === undefined || /^(https?:\/\/t\.me\/|tg:\/\/)/.test(given.url);
    if (!isOpenable) throw badRequest('URL_INVALID');
    call.account.taps.answer(given.callback_query_id, {
      isAlert: given.show_alert,
      ...(given.text && { text: given.text }),
      ...(given.url !== undefined && { url: given.url }),
    });
    return true;
  },

  answerInlineQuery(call) {
    const { inline_query_id, results } = read(call.params, {
      inline_query_id: queryId('query is too old and response timeout expired or query ID is invalid'),
      results: json(
        z.array(z.custom<InlineQueryResult>(isResult, { error: 'RESULT_TYPE_INVALID' })),
        "can't parse inline query results JSON object",
      ),
    });
    if (results.length > MOST_RESULTS) throw badRequest('RESULTS_TOO_MUCH');
    if (new Set(results.map(({ id }) => id)).size < results.length) throw badRequest('RESULT_ID_DUPLICATE');
    for (const result of results) checkResult(result);
    call.account.inline.answer(inline_query_id, { results });
    return true;
  },

  answerShippingQuery(call) {
    const given = read(call.params, {
      shipping_query_id: queryId('SHIPPING_QUERY_ID_INVALID'),
      ok: flag(),
      shipping_options: json(
        z.array(shippingOption).min(1),
        "can't parse shipping options JSON object",
      ).optional(),
      error_message: text('wrong error_message').optional(),
    });
    const { ok, shipping_options: options, error_message: why } = given;
    if (ok && !options) throw badRequest('shipping options are not specified');
    if (!ok && !why) throw badRequest('error message is not specified');
    call.account.shipping.answer(
      given.shipping_query_id,
      ok ? { ok, options: options ?? [] } : { ok, why: why ?? '' },
    );
    return true;
  },

  answerPreCheckoutQuery(call) {
    const {
      ok,
      error_message: why,
      pre_checkout_query_id,
    } = read(call.params, {
      pre_checkout_query_id: queryId('PRE_CHECKOUT_QUERY_ID_INVALID'),
      ok: flag(),
      error_message: text('wrong error_message').optional(),
    });
    if (!ok && !why) throw badRequest('error message is not specified');
    call.account.checkouts.answer(pre_checkout_query_id, ok ? { ok } : { ok, why: why ?? '' });
    return true;
  },
};

const shippingOption = z.object({
  id: z.string().min(1),
  title: z.string().min(1),
  prices: z.array(z.object({ label: z.string(), amount: z.int() })).min(1),
}) satisfies z.ZodType<ShippingOption>;

const isResult = (value: unknown): value is InlineQueryResult =>
  z.looseObject({ type: z.string(), id: z.string() }).safeParse(value).success;

function checkResult(result: InlineQueryResult): void {
  const bytes = Buffer.byteLength(result.id);
  if (bytes < 1 || bytes > RESULT_ID_BYTES) throw badRequest('RESULT_ID_INVALID');
  if (result.type !== 'article') return;
  if (!result.title) throw badRequest('ARTICLE_TITLE_EMPTY');
  const { input_message_content: content, reply_markup: markup } = result;
  if ('message_text' in content) {
    textOf({ text: content.message_text, parse_mode: content.parse_mode, entities: content.entities });
  }
  if (markup) markupOf({ ...markup });
}
