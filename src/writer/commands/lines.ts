import { createInterface } from 'node:readline';
import { z } from 'zod';
import { unsupportedClaims } from '../claims/check.ts';
import { findLawHits } from '../law/law.ts';

/** One JSON string a line in, one `{"hits":[…]}` a line out, in order. */
export async function lawCommand(input: NodeJS.ReadableStream, output: NodeJS.WritableStream): Promise<void> {
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === '') continue;
    const hits = findLawHits(String(JSON.parse(line))).filter(({ level }) => level !== 'mind');
    output.write(`${JSON.stringify({ hits })}\n`);
  }
}

const claim = z.object({ facts: z.array(z.string()), text: z.string() });

/** One `{"facts":[…],"text":…}` a line in, one `{"unsupported":[…]}` a line out, in order. */
export async function claimsCommand(
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
): Promise<void> {
  const year = new Date().getFullYear();
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === '') continue;
    const { facts, text } = claim.parse(JSON.parse(line));
    output.write(`${JSON.stringify({ unsupported: unsupportedClaims(text, facts, year) })}\n`);
  }
}
