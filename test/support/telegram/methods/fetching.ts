import { badRequest } from '../failure.ts';
import { read, text } from '../fields.ts';
import type { Methods } from './method.ts';

/** The most that a bot may download: 20 MB. */
const DOWNLOAD_BYTES = 20_000_000;

export const fetching: Methods = {
  getFile({ account, world, params }) {
    const { file_id } = read(params, { file_id: text('file_id not specified') });
    if (file_id === '') throw badRequest('file_id not specified');
    const file = found(() => world.files.find(account.id, file_id));
    if (file.bytes.byteLength > DOWNLOAD_BYTES) throw badRequest('file is too big');
    account.paths.set(file.path, file);
    return {
      file_id,
      file_unique_id: file.unique,
      file_size: file.bytes.byteLength,
      file_path: file.path,
    };
  },
};

function found<T>(find: () => T): T {
  try {
    return find();
  } catch {
    throw badRequest('wrong file_id or the file is temporarily unavailable');
  }
}
