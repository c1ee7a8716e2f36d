import type { Api } from 'grammy';
import { BotFault, formatApiError, isRefusal, parseApiError } from '../api/errors.ts';

/** The most that the Bot API lets a bot download: 20 MB. */
const FILE_BYTES = 20_000_000;
/** Time limit: the largest file on a slow connection. */
const DOWNLOAD_MS = 60_000;

/** Downloads what a person sent to this bot. Throws a BotFault. A file's URL holds the token: it is never logged. */
export async function fetchFile(api: Api, root: string, fileId: string): Promise<Uint8Array> {
  const path = await fetchPath(api, fileId);
  try {
    const response = await fetch(`${root}/file/bot${api.token}/${path}`, {
      signal: AbortSignal.timeout(DOWNLOAD_MS),
    });
    if (response.status === 404) throw new BotFault('file-gone', 'Telegram no longer has this file.');
    if (!response.ok || !response.body) throw unreachable(`it answered ${response.status}`);
    return await fetchBytes(response.body);
  } catch (error) {
    throw error instanceof BotFault ? error : unreachable('the download broke off');
  }
}

async function fetchPath(api: Api, fileId: string): Promise<string> {
  try {
    const { file_path, file_size = 0 } = await api.getFile(fileId);
    if (file_size > FILE_BYTES) throw tooLarge();
    if (!file_path) throw new BotFault('file-gone', 'Telegram no longer has this file.');
    return file_path;
  } catch (error) {
    if (error instanceof BotFault) throw error;
    const apiError = parseApiError(error);
    if (isRefusal(apiError, /too big/i)) throw tooLarge();
    if (isRefusal(apiError, /file/i)) throw new BotFault('file-gone', 'Telegram does not know this file.');
    throw unreachable(formatApiError(apiError));
  }
}

/** Reads to the end, and no further than a bot may: the announced size may be missing or wrong. */
async function fetchBytes(body: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > FILE_BYTES) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const tooLarge = () => new BotFault('file-too-large', 'The file is larger than the 20 MB a bot may fetch.');
const unreachable = (why: string) => new BotFault('unreachable', `A file could not be fetched: ${why}.`);
