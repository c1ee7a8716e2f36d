// Every package in package-lock.json carries the hash of what is installed and no address, so that any registry may
// serve it and none may change it. Exit code 1, with the packages' names, where that is not so.
import { readFileSync } from 'node:fs';
import { z } from 'zod';

const lockFile = z.object({
  packages: z.record(
    z.string(),
    z.object({
      integrity: z.string().optional(),
      resolved: z.string().optional(),
      link: z.boolean().optional(),
      inBundle: z.boolean().optional(),
    }),
  ),
});

const file = process.argv[2] ?? new URL('../package-lock.json', import.meta.url);
const { packages } = lockFile.parse(JSON.parse(readFileSync(file, 'utf8')));
// The project itself is '', and what is linked or bundled does not come from a registry by itself.
const fromRegistry = Object.entries(packages).filter(([at, { link, inBundle }]) => at && !link && !inBundle);
const faults = [
  ...fromRegistry.filter(([, { integrity }]) => !integrity).map(([at]) => `${at} has no integrity`),
  ...fromRegistry.filter(([, { resolved }]) => resolved).map(([at]) => `${at} has a resolved address`),
];

if (faults.length > 0) {
  console.error(`package-lock.json:\n${faults.join('\n')}`);
  process.exitCode = 1;
}
