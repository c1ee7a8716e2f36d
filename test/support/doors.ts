import { createEntryLinks } from '../../src/chat/dsl/entry-links.ts';

/** A shop that is found in the browser alone. */
export const testDoors = createEntryLinks({
  botName: () => undefined,
  web: () => 'https://walnut.example',
  localWeb: () => undefined,
});
