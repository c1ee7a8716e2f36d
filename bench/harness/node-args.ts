import { readFileSync } from 'node:fs';

const { scripts } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  readonly scripts: { readonly start: string };
};

/** What `npm start` gives to node, without the settings of whoever measures; and BENCH_NODE_ARGS, for a profile. */
export const nodeArgs: readonly string[] = [
  ...scripts.start.split(' ').filter((word) => word.startsWith('--') && !word.startsWith('--env-file')),
  ...(process.env.BENCH_NODE_ARGS?.split(' ') ?? []),
];
