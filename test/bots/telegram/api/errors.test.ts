import { GrammyError, HttpError } from 'grammy';
import { TelegramError } from 'telegraf';
import { describe, expect, it } from 'vitest';
import { deliveryResult, formatApiError, parseApiError } from '../../../../src/bots/telegram/api/errors.ts';

const answer = (error_code: number, description: string, parameters = {}) =>
  new GrammyError('Call failed', { ok: false, error_code, description, parameters }, 'sendMessage', {});
const network = (code: string, message = '') =>
  new HttpError('Network request failed', Object.assign(new Error(message), { code }));
const delivered = (error: unknown) => deliveryResult(parseApiError(error));

const unwell = (why: string, mayHaveArrived = false) => ({ is: 'unwell', why, mayHaveArrived });

describe('a send that failed', () => {
  it.each([
    [answer(403, 'Forbidden: bot was blocked by the user'), { is: 'gone' }],
    [answer(403, "Forbidden: bot can't initiate conversation with a user"), { is: 'gone' }],
    [answer(400, 'Bad Request: chat not found'), { is: 'gone' }],
    [
      answer(400, 'Bad Request: group chat was upgraded', { migrate_to_chat_id: -1001 }),
      { is: 'moved', address: '-1001' },
    ],
    [answer(429, 'Too Many Requests: retry after 7', { retry_after: 7 }), { is: 'later', ms: 7_000 }],
    [answer(502, 'Bad Gateway'), unwell('502 Bad Gateway')],
    [answer(401, 'Unauthorized'), { ...unwell('401 Unauthorized'), atLeastMs: 60_000 }],
    [
      answer(400, "Bad Request: can't parse entities"),
      { is: 'refused', why: "Bad Request: can't parse entities" },
    ],
    [network('ECONNREFUSED'), unwell('ECONNREFUSED')],
    [network('ENOTFOUND'), unwell('ENOTFOUND')],
    [network('ETIMEDOUT', 'connect ETIMEDOUT 149.154.167.220:443'), unwell('ETIMEDOUT')],
    [network('ECONNRESET', 'socket hang up'), unwell('ECONNRESET', true)],
    [network('UND_ERR_SOCKET', 'other side closed'), unwell('ECONNRESET', true)],
    [network('UND_ERR_CONNECT_TIMEOUT', 'Connect Timeout Error'), unwell('UND_ERR_CONNECT_TIMEOUT')],
    [
      new HttpError('', new Error("Request to 'sendMessage' timed out after 20 seconds")),
      unwell('timed out', true),
    ],
  ])('%s', (error, end) => {
    expect(delivered(error)).toEqual(end);
  });

  it.each([
    Object.assign(new Error('invalid json response body at …'), { type: 'invalid-json' }),
    new SyntaxError("Unexpected token '<'…"),
  ])('is "unwell" when a gateway answers with a page', (page) => {
    expect(delivered(new HttpError('', page))).toEqual(unwell('502 an answer that is not JSON'));
  });
});

it("reads Telegraf's errors as grammY's", () => {
  const response = { error_code: 429, description: 'Too Many Requests', parameters: { retry_after: 3 } };
  expect(parseApiError(new TelegramError(response))).toEqual(
    parseApiError(answer(429, 'Too Many Requests', response.parameters)),
  );
});

it('never tells the address of a request, which holds the token', () => {
  const inner = new Error('request to http://x/bot123:SECRET/sendMessage failed, reason: socket hang up');
  expect(formatApiError(parseApiError(new HttpError('', inner)))).not.toContain('SECRET');
  expect(JSON.stringify(delivered(new HttpError('', inner)))).not.toContain('SECRET');
});
