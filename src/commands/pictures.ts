import { checkPictures } from '../chat/store/check-objects.ts';
import { bringPicturesBack, movePictures } from '../chat/store/moving.ts';
import type { AppContext } from '../db/work.ts';
import { CommandUsage, type Say } from './usage.ts';

/** `npm run pictures`: moves pictures between the database and the store now, or compares the two. */
export async function runPictures(args: readonly string[], appContext: AppContext, say: Say): Promise<void> {
  const { blobs } = appContext;
  if (!blobs) throw new CommandUsage('S3_BUCKET is not set: pictures are in the database.');
  switch (args[0]) {
    case 'move':
      return say(`${await movePictures(appContext)} pictures and objects were moved to ${blobs.place}.`);
    case 'back':
      return bringBack(appContext, say);
    case 'check':
      return check(appContext, args.includes('--clean'), say);
    default:
      throw new CommandUsage('Say what: npm run pictures -- move, back, or check [--clean]');
  }
}

async function bringBack(appContext: AppContext, say: Say): Promise<void> {
  const count = await bringPicturesBack(appContext);
  const { missing } = await checkPictures(appContext);
  say(
    `${count} pictures are in the database again. Take the S3 settings out now: a start with them moves the pictures.`,
  );
  if (missing.length > 0) say(`${missing.length} are not in the store: ${missing.join(', ')}`);
}

async function check(appContext: AppContext, isCleaning: boolean, say: Say): Promise<void> {
  const { known, missing, unknown } = await checkPictures(appContext, isCleaning);
  say(`${known} pictures lie in ${appContext.blobs?.place}.`);
  if (missing.length > 0) say(`Not there, and shown to nobody: ${missing.join(', ')}`);
  const what = isCleaning ? 'were deleted' : 'lie there; --clean deletes them';
  if (unknown > 0) say(`${unknown} objects of no picture, older than a day, ${what}.`);
}
