import { createInterface } from 'node:readline';
import { lawHits } from './law.ts';

/** One JSON string a line in, one `{"hits":[…]}` a line out, in order. */
export async function lawCommand(input: NodeJS.ReadableStream, output: NodeJS.WritableStream): Promise<void> {
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === '') continue;
    const hits = lawHits(String(JSON.parse(line))).filter(({ level }) => level !== 'mind');
    output.write(`${JSON.stringify({ hits })}\n`);
  }
}
