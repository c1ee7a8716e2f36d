import { existsSync } from 'node:fs';
import { scoreOf } from './scoring.ts';

/** Prints how well each reader reads its corpus; with `--misses` every message that it did not read exactly. */
const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
const from = Number(process.argv.find((word) => word.startsWith('--from='))?.slice('--from='.length) ?? 0);

for (const as of ['buyer', 'seller'] as const) {
  if (!existsSync(new URL(`${as}.jsonl`, import.meta.url))) continue;
  const { messages, exact, wrong, needless, misses } = scoreOf(as, from);
  const shares = `exact ${percent(exact)}, wrong as fact ${percent(wrong)}, needless questions ${percent(needless)}`;
  console.log(`${as}: ${messages} messages, ${shares}`);
  if (!process.argv.includes('--misses')) continue;
  for (const { message, expected, got, isWrong } of misses)
    console.log(
      `${isWrong ? '!' : ' '} ${message}\n    meant ${JSON.stringify(expected)}\n    read  ${JSON.stringify(got)}`,
    );
}
