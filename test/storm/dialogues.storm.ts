import { expect, it } from 'vitest';
import { playAll, report } from '../dialogues/run.ts';

/** What held when this was written, less what may hang on the day or the machine. */
const FLOOR = 0.92;

it('does what people say over several turns', { timeout: 600_000 }, async () => {
  const played = await playAll();
  const passed = played.filter(({ wrong }) => wrong.length === 0).length;
  expect(passed / played.length, report(played)).toBeGreaterThanOrEqual(FLOOR);
});
