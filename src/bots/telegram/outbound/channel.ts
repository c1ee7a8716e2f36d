import { Api, GrammyError, HttpError } from 'grammy';
import type { Channel } from '../../../chat/dsl/channel.ts';
import type { ChannelName } from '../../../chat/dsl/event.ts';
import { clientOptions } from '../api/client.ts';
import { deliveryResult, parseApiError } from '../api/errors.ts';
import { fetchFile } from './download.ts';
import { type PhotoCache, PhotoPending } from './photo-cache.ts';
import { render } from './render.ts';
import { moveKeys } from './reply-keyboard.ts';
import { createTelegramSender, type ReadFile } from './send.ts';

/** Time limit of a request. */
const REQUEST_SECONDS = 20;
/** How long a message waits for its picture, which another bot received, before it looks again. */
const COMING_MS = 250;
/** The Bot API's limit on a callback answer's text. */
const TOAST_LIMIT = 200;
const NO_SUCH_METHOD = 404;

export interface TelegramChannelDeps {
  readonly name: ChannelName;
  readonly token: string;
  /** Without a slash at its end. */
  readonly apiRoot: string;
  readonly pictures: PhotoCache;
  readonly readFile: ReadFile;
  /** The payment provider's token; without it nothing is invoiced. */
  readonly providerToken?: string | undefined;
  /** Alerts may be paid for, beyond the number that is free. */
  readonly paidBroadcast: boolean;
}

/** Delivers the messages of one bot. All sends of a token go through this, whichever framework receives its updates. */
export function createTelegramChannel(deps: TelegramChannelDeps): Channel {
  const { name, token, apiRoot, pictures, readFile, providerToken, paidBroadcast } = deps;
  const api = new Api(token, clientOptions(apiRoot, REQUEST_SECONDS));
  const post = createTelegramSender(api, pictures, readFile, providerToken);
  return {
    name,
    can: { readsTable: false, buttons: true },
    async deliver({ address, body, platformId, isAlert = false }) {
      try {
        const payload = render(body);
        const sent =
          body.edit && platformId !== null
            ? await post.replace(address, platformId, payload, body.edit.hadPhoto)
            : await post.send(address, payload, isAlert && paidBroadcast);
        const hasKeys = payload.is === 'text' && payload.keys !== undefined;
        if (body.requests && !hasKeys) await moveKeys(api, address, body.requests);
        return { is: 'sent', platformId: sent };
      } catch (error) {
        if (error instanceof PhotoPending) return { is: 'later', ms: COMING_MS };
        // Other errors are faults of ours: the engine logs them and tries again.
        if (!(error instanceof GrammyError || error instanceof HttpError)) throw error;
        return deliveryResult(parseApiError(error));
      }
    },
    async answerTap(query, toast) {
      const words = toast ? { text: shortened(toast) } : {};
      await api.answerCallbackQuery(query, words).catch(() => undefined);
    },
    async preview(address, number, html) {
      try {
        await api.sendMessageDraft(Number(address), number, html, { parse_mode: 'HTML' });
        return true;
      } catch (error) {
        // An older server of one's own does not know the method; any other failure costs one sight of the text.
        return !(error instanceof GrammyError && error.error_code === NO_SUCH_METHOD);
      }
    },
    fetchFile: (fileId) => fetchFile(api, apiRoot, fileId),
  };
}

const shortened = (toast: string): string =>
  toast.length <= TOAST_LIMIT ? toast : `${toast.slice(0, TOAST_LIMIT - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
