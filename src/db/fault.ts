/** What the reader of a database fault can do about it. `retry` says that trying again later may work by itself. */
export type FaultCode =
  | 'unsupported'
  | 'no-owner'
  | 'folder'
  | 'disk-full'
  | 'other-version'
  | 'start'
  | 'unreachable'
  | 'encoding'
  | 'pooler'
  | 'newer-database'
  | 'migration'
  | 'in-use'
  | 'target'
  | 'bad-backup'
  | 'missing-key'
  | 'wrong-key'
  | 'blobs-away';

/** The only kind of error that `db` throws on purpose. Its message is a single line: what is wrong and what to do. */
export class Fault extends Error {
  readonly code: FaultCode;
  readonly retry: boolean;

  constructor(code: FaultCode, message: string, options: { cause?: unknown; retry?: boolean } = {}) {
    super(message, { cause: options.cause });
    this.name = 'Fault';
    this.code = code;
    this.retry = options.retry ?? false;
  }
}

/** The error code that Node and PostgreSQL put on what they throw (`ENOSPC`, `3D000`), else an empty string. */
export function errorCode(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return '';
  return String(error.code);
}

/** The first line of what was thrown. */
export function oneLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.trim().split('\n')[0] ?? '';
}

const FULL_DISK = /ENOSPC|EDQUOT|No space left on device|Disk quota exceeded/;
const CLOSED_FOLDER = /EACCES|EPERM|EROFS|ENOTDIR|Permission denied|Read-only file system/;

/** Turns what the file system or PostgreSQL's own tools said about `folder` into a fault of one line. */
export function folderFault(folder: string, cause: unknown): Fault {
  if (cause instanceof Fault) return cause;
  const said = cause instanceof Error ? `${errorCode(cause)} ${cause.message}` : String(cause);
  if (FULL_DISK.test(said)) {
    return new Fault('disk-full', `The disk that holds ${folder} is full: free some space and start again.`, {
      cause,
    });
  }
  if (CLOSED_FOLDER.test(said)) {
    const advice = 'change its owner, or set DATA_DIR to a folder of yours';
    return new Fault('folder', `Walnut may not write in ${folder}: ${advice}.`, { cause });
  }
  return new Fault('start', `PostgreSQL in ${folder} did not start: ${oneLine(cause)}`, { cause });
}
