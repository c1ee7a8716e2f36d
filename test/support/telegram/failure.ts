import type { Refusal } from './interface.ts';

/** A call that Telegram refuses. */
export class ApiError extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.description);
    this.name = 'ApiError';
    this.refusal = refusal;
  }
}

export const badRequest = (why: string): ApiError => new ApiError(refused(400, `Bad Request: ${why}`));
export const cannotParse = (why: string): ApiError => badRequest(`can't parse entities: ${why}`);
export const conflict = (why: string): ApiError => new ApiError(refused(409, `Conflict: ${why}`));

const refused = (error_code: number, description: string): Refusal => ({ error_code, description });

/** What Telegram says when it is not the call that is wrong: for `failNext`, and for our own use. */
export const refusals = {
  unauthorized: refused(401, 'Unauthorized'),
  noMethod: refused(404, 'Not Found'),
  chatNotFound: refused(400, 'Bad Request: chat not found'),
  blocked: refused(403, 'Forbidden: bot was blocked by the user'),
  deactivated: refused(403, 'Forbidden: user is deactivated'),
  notStarted: refused(403, "Forbidden: bot can't initiate conversation with a user"),
  kicked: refused(403, 'Forbidden: bot was kicked from the group chat'),
  kickedFromSupergroup: refused(403, 'Forbidden: bot was kicked from the supergroup chat'),
  internal: refused(500, 'Internal Server Error'),
  badGateway: refused(502, 'Bad Gateway'),
  tooMany: (seconds: number): Refusal => ({
    ...refused(429, `Too Many Requests: retry after ${seconds}`),
    parameters: { retry_after: seconds },
  }),
  upgraded: (supergroup: number): Refusal => ({
    ...refused(400, 'Bad Request: group chat was upgraded to a supergroup chat'),
    parameters: { migrate_to_chat_id: supergroup },
  }),
} as const;
