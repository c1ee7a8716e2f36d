// An evening against a Bot API of this machine with Telegram's real limits, as an operator runs it before the big night:
// `npm run rehearse -- --viewers 900 --minutes 5 --seed 7 [--redis] [--picture evening.png]`. The same seed is the same
// evening. It needs nothing: PostgreSQL comes along, and a database of its own is gone afterwards.
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { playEvening } from './rehearse/evening.ts';
import { drawRehearsal } from './rehearse/picture.ts';
import { planRehearsal } from './rehearse/plan.ts';
import { reportOn, reportRows } from './rehearse/report.ts';
import { openRehearsalVillage } from './rehearse/village.ts';

const { values } = parseArgs({
  options: {
    viewers: { type: 'string', default: '900' },
    minutes: { type: 'string', default: '5' },
    seed: { type: 'string', default: '7' },
    redis: { type: 'boolean', default: false },
    picture: { type: 'string', default: 'rehearsal.png' },
  },
});

function positive(name: 'viewers' | 'minutes' | 'seed'): number {
  const number = Number(values[name]);
  if (Number.isFinite(number) && number > 0) return number;
  throw new Error(`--${name} is a number above 0, such as ${{ viewers: 900, minutes: 5, seed: 7 }[name]}`);
}

const say = (line: string): void => console.log(`  ${line}`);
const options = {
  viewers: Math.ceil(positive('viewers')),
  minutes: positive('minutes'),
  seed: positive('seed'),
};
const title = `${options.viewers} viewers, ${options.minutes} minutes, seed ${options.seed}, ${values.redis ? 'Redis' : 'PostgreSQL'}`;
console.log(title);
const village = await openRehearsalVillage(options.viewers, { isOnRedis: values.redis, say });
try {
  const report = await reportOn(village, await playEvening(village, planRehearsal(options), say));
  for (const [what, much] of reportRows(report)) console.log(`${what.padEnd(32)}${much}`);
  await writeFile(values.picture, await drawRehearsal(report, title));
  console.log(`The picture is in ${values.picture}.`);
  // Whoever runs it in a script learns what must not be.
  if (report.missed + report.orderedTwice + report.oversold > 0) process.exitCode = 1;
} finally {
  await village.stop();
}
