import type { Channel } from '../../chat/dsl/channel.ts';
import type { Side } from '../../chat/dsl/event.ts';
import { deleteRecording, readRecording } from '../../chat/store/recordings.ts';
import { parseId, type RecordingId } from '../../db/ids.ts';
import type { AppContext } from '../../db/work.ts';

/** The web chat of one side. Its messages are read from their table, so there is nothing to deliver. */
export const webChannel = (side: Side, appContext: Pick<AppContext, 'db' | 'cipher'>): Channel => ({
  name: `web-${side}`,
  can: { readsTable: true, buttons: true },
  deliver: async () => ({ is: 'refused', why: 'the web chat reads the message table' }),
  async fetchFile(fileId) {
    const id = parseId<RecordingId>(fileId);
    const recording = id && (await readRecording(appContext, id));
    if (!recording) throw new Error('the recording is gone');
    return recording;
  },
  async forgetFile(fileId) {
    const id = parseId<RecordingId>(fileId);
    if (id) await deleteRecording(appContext, id);
  },
});
