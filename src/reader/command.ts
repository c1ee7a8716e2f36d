import { createInterface } from 'node:readline';
import { readBuyer } from './buyer.ts';
import { readSeller } from './seller.ts';

/** A way of calling `read` that it does not know; the message says which ways there are. */
export class ReadUsage extends Error {}

/**
 * Reads one message per line and writes one JSON object per line, in order. `args` are those behind `read`.
 * Throws ReadUsage when they do not name a reader.
 */
export async function readCommand(
  args: readonly string[],
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
): Promise<void> {
  const as = args[args.indexOf('--as') + 1];
  const read = as === 'buyer' ? readBuyer : as === 'seller' ? readSeller : undefined;
  if (!args.includes('--as') || !read)
    throw new ReadUsage('Say whose messages these are: npm run -s read -- --as buyer, or --as seller.');
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    output.write(
      `${JSON.stringify(read(line), (key, value) => (key === 'isContainer' ? undefined : value))}\n`,
    );
  }
}
