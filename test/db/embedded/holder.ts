// Another process that uses the database of the folder it is given: says where it is, and leaves when it is told anything.
import { once } from 'node:events';
import { openEmbedded } from '../../../src/db/embedded/embedded.ts';

const embedded = await openEmbedded(process.argv[2] ?? '', { isDurable: false });
process.stdout.write(`${embedded.url}\n`);
await once(process.stdin, 'data');
process.stdin.destroy();
process.stdout.write(`${await embedded.stop()}\n`);
