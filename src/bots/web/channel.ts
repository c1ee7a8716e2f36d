import type { Channel } from '../../chat/dsl/channel.ts';
import type { Side } from '../../chat/dsl/event.ts';

/** The web chat of one side. Its messages are read from their table, so there is nothing to deliver. */
export const webChannel = (side: Side): Channel => ({
  name: `web-${side}`,
  can: { readsTable: true, buttons: true },
  deliver: async () => ({ is: 'refused', why: 'the web chat reads the message table' }),
});
