import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { parseDateTime } from './datetime.ts';
import { readBuyer, readSeller } from './read.ts';

/** A way of calling `read` that it does not know; the message says which ways there are. */
export class ReadUsage extends Error {}

const whenLine = z.object({ now: z.iso.datetime({ offset: true }), text: z.string(), timeZone: z.string() });

type Read = (message: string) => unknown;

function readersFor(args: readonly string[]): Readonly<Record<string, Read>> {
  const context = { titles: titlesIn(option(args, '--catalogue')), focus: titlesIn(option(args, '--focus')) };
  return {
    buyer: (message) => readBuyer(message, context),
    seller: (message) => readSeller(message, context),
    when: readWhen,
  };
}

const titlesIn = (file: string | undefined): string[] =>
  file === undefined ? [] : z.array(z.string()).parse(JSON.parse(readFileSync(file, 'utf8')));

const option = (args: readonly string[], name: string): string | undefined =>
  args.includes(name) ? args[args.indexOf(name) + 1] : undefined;

/**
 * Reads one message per line and writes one JSON object per line, in order. `args` are those behind `read`; with --json a
 * line must be a JSON string (without it, it may be one), so that line breaks of a message stay; `--catalogue titles.json` names the goods that are on
 * sale, `--focus titles.json` those on screen. Throws ReadUsage when they do not name a reader.
 */
export async function readCommand(
  args: readonly string[],
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
): Promise<void> {
  const read = readersFor(args)[option(args, '--as') ?? ''];
  if (!read)
    throw new ReadUsage(
      'Say what these messages are: npm run -s read -- --as buyer, --as seller, or --as when for times of streams.',
    );
  const message = args.includes('--json')
    ? (line: string) => z.string().parse(JSON.parse(line))
    : plainOrQuoted;
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY }))
    output.write(`${JSON.stringify(read(message(line)), withoutMarks)}\n`);
}

/** Nobody types quotes around a whole message with line breaks in it as \n: a line that is a JSON string is read as one. */
function plainOrQuoted(line: string): string {
  if (!/^".*"$/.test(line)) return line;
  try {
    return z.string().parse(JSON.parse(line));
  } catch {
    return line;
  }
}

/** A line of JSON with the words, the moment they were said and the time zone: the moment that they name. */
function readWhen(line: string): { at: string | null; ask: boolean } {
  const { now, text, timeZone } = whenLine.parse(JSON.parse(line));
  const { at, ask } = parseDateTime(text, { now: new Date(now), timeZone });
  return { at: at?.toISOString() ?? null, ask };
}

const withoutMarks = (key: string, value: unknown): unknown => (key === 'isContainer' ? undefined : value);
