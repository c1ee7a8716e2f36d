import { Api } from 'grammy';
import { clientOptions } from './client.ts';
import { formatApiError, isTokenRefused, parseApiError } from './errors.ts';

/** The bot that a token belongs to. */
export type Identity =
  | { readonly is: 'known'; readonly username: string; readonly isInlineOn: boolean }
  | { readonly is: 'refused' }
  | { readonly is: 'unheard'; readonly why: string };

const REQUEST_SECONDS = 4;

/** Asks Telegram about a token. Never throws; the answer never holds the token. */
export async function fetchIdentity(token: string, apiRoot: string): Promise<Identity> {
  try {
    const me = await new Api(token, clientOptions(apiRoot, REQUEST_SECONDS)).getMe();
    return { is: 'known', username: me.username, isInlineOn: me.supports_inline_queries };
  } catch (error) {
    const apiError = parseApiError(error);
    return isTokenRefused(apiError) ? { is: 'refused' } : { is: 'unheard', why: formatApiError(apiError) };
  }
}
