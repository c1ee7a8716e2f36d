import { badRequest } from '../failure.ts';
import type { Picture, StoredFile } from '../files.ts';
import type { Upload } from '../request.ts';
import type { MethodCall } from './method.ts';

/** Telegram's limit for a photo: 10 MB. */
const PHOTO_BYTES = 10_000_000;

/** The photo that a call names by file id or brings along as `attach://name`. */
export async function pictureIn(call: MethodCall, named: string): Promise<Picture> {
  const upload = uploadIn(call, named);
  if (!upload) {
    const file = fileNamed(call, named);
    if (!file.picture) throw badRequest(`can't use file of type ${file.kind} as Photo`);
    return file.picture;
  }
  if (upload.bytes.byteLength === 0) throw badRequest('file must be non-empty');
  if (upload.bytes.byteLength > PHOTO_BYTES) throw badRequest('file is too big for a photo');
  return call.world.files.picture(upload.bytes);
}

/** The document that a call names or brings along. */
export function documentIn(
  call: MethodCall,
  named: string,
): { file: StoredFile; name: string; type: string } {
  const upload = uploadIn(call, named);
  if (!upload) {
    const file = fileNamed(call, named);
    if (file.kind !== 'Document') throw badRequest(`can't use file of type ${file.kind} as Document`);
    return { file, name: file.path.split('/').at(-1) ?? '', type: 'application/octet-stream' };
  }
  if (upload.bytes.byteLength === 0) throw badRequest('file must be non-empty');
  const file = call.world.files.store('Document', upload.bytes, upload.name.split('.').at(-1) ?? 'bin');
  return { file, name: upload.name, type: upload.type || 'application/octet-stream' };
}

function uploadIn({ params }: MethodCall, named: string): Upload | undefined {
  if (!named.startsWith('attach://')) return undefined;
  const upload = params.uploads.get(named.slice('attach://'.length));
  if (!upload) throw badRequest('attached file is not found');
  return upload;
}

function fileNamed({ world, account }: MethodCall, named: string): StoredFile {
  if (named === '') throw badRequest('there is no file in the request');
  // Nothing outside can be reached from here, as when Telegram finds no such server.
  if (/^https?:/i.test(named)) throw badRequest('failed to get HTTP URL content');
  return world.files.find(account.id, named);
}
