import { readDialogues } from './screenplay.ts';
import { type Played, play } from './stage.ts';
import { openVillage } from './village.ts';

// npm run dialogues -- [file.jsonl …] [--only id,id*]: plays them and prints what is wrong. Also called by the storm.

/** How many are played side by side. */
const AT_ONCE = 4;

const corpus = new URL('../corpus/dialogues.jsonl', import.meta.url);

/** Plays all of them in one demo village. */
export async function playAll(
  files: readonly (string | URL)[] = [corpus],
  only: readonly string[] = [],
): Promise<Played[]> {
  const isWanted = (id: string): boolean =>
    only.length === 0 ||
    only.some((one) => (one.endsWith('*') ? id.startsWith(one.slice(0, -1)) : id === one));
  const waiting = files.flatMap(readDialogues).filter(({ id }) => isWanted(id));
  const played: Played[] = [];
  await using village = await openVillage();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) played.push(await play(village, next));
    }),
  );
  return played;
}

/** The share that passes, for all and for each category. */
export function report(played: readonly Played[]): string {
  const failed = played.filter(({ wrong }) => wrong.length > 0);
  const lines = failed.map(
    ({ dialogue, wrong }) => `${dialogue.id} (${dialogue.category}): ${wrong.join('; ')}`,
  );
  return [...lines.sort(), `${played.length - failed.length}/${played.length} dialogues`].join('\n');
}

if (import.meta.main) {
  const words = process.argv.slice(2);
  const at = words.indexOf('--only');
  const only = at < 0 ? [] : (words.splice(at, 2)[1] ?? '').split(',');
  console.log(report(await playAll(words.length > 0 ? words : undefined, only)));
}
