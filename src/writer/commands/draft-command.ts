import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { fenShape } from '../../shop/values/money.ts';
import { baseQuantity, quantityShape } from '../../shop/values/quantity.ts';
import { findReceipts } from '../drafts/receipts.ts';
import type { Facts } from '../facts/facts.ts';
import type { ModelOptions } from '../model/model.ts';
import { PROMPT_VERSION } from '../model/prompt.ts';
import { createWriter } from '../writer.ts';

/** Wrong arguments of the command; the message says which. */
export class DraftUsage extends Error {}

const place = z.object({
  name: z.string().default(''),
  nameEn: z.string().default(''),
  county: z.string().default(''),
  countyEn: z.string().optional(),
  province: z.string().default(''),
  provinceEn: z.string().optional(),
});

const fields = z.object({
  title: z.string().min(1),
  titleEn: z.string().nullish(),
  category: z.string().default('other'),
  measure: z.enum(['MASS', 'VOLUME', 'COUNT']).default('MASS'),
  price: z.object({ fen: fenShape, per: quantityShape }).prefault({ fen: 0, per: 1 }),
  packs: z.array(z.int().positive().transform(baseQuantity)).default([]),
  harvestedOn: z.iso.date().optional(),
  seller: z.string().default(''),
  sellerEn: z.string().nullish(),
  village: place.prefault({}),
  story: z.string().optional(),
  words: z.string().optional(),
});

/** The lines of the claims check: `商品:核桃`, `title: Walnuts`, `卖家说:壳薄`. */
const lines = z.object({ facts: z.array(z.string()).min(1) });

/** Prints drafts of the facts in a file, with where each sentence comes from, as JSON. Throws DraftUsage. */
export async function draftCommand(
  args: readonly string[],
  model: ModelOptions | undefined,
  output: NodeJS.WritableStream,
  year: number,
): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: { facts: { type: 'string' } } });
  if (!values.facts) throw new DraftUsage('Say which facts: npm run -s draft -- --facts facts.json');
  const facts = factsIn(JSON.parse(await readFile(values.facts, 'utf8')), year);
  const complaints: string[] = [];
  const { drafts, by, why } = await createWriter(model, (error) => complaints.push(error.message)).draft(
    facts,
  );
  const withReceipts = drafts.map((draft) => ({ ...draft, receipts: findReceipts(draft, facts) }));
  const told = { by, ...(why && { why }), prompt: PROMPT_VERSION, complaints, drafts: withReceipts };
  output.write(`${JSON.stringify(told, undefined, 2)}\n`);
}

function factsIn(given: unknown, year: number): Facts {
  const listed = lines.safeParse(given);
  if (listed.success) return factsOfLines(listed.data.facts, year);
  const read = fields.safeParse(given);
  if (read.success) return { ...read.data, harvestedOn: read.data.harvestedOn, year };
  throw new DraftUsage(`These are no facts: ${z.prettifyError(read.error)}`);
}

const LABELS = {
  title: /^商品:/,
  titleEn: /^(?:title|product):/i,
  province: /^产地:/,
  provinceEn: /^origin:/i,
  seller: /^(?:卖家|seller):/i,
} as const;

function factsOfLines(all: readonly string[], year: number): Facts {
  const plain = all.map((line) => line.normalize('NFKC'));
  const valueAfter = (label: keyof typeof LABELS): string | undefined =>
    plain
      .find((line) => LABELS[label].test(line))
      ?.replace(LABELS[label], '')
      .trim();
  const rest = plain.filter((line) => !Object.values(LABELS).some((label) => label.test(line)));
  const titleEn = valueAfter('titleEn');
  const title = valueAfter('title') ?? titleEn ?? '';
  if (title === '') throw new DraftUsage('The facts name no product: 商品:… or title: …');
  return fields
    .transform((read) => ({ ...read, harvestedOn: read.harvestedOn, year }))
    .parse({
      title,
      titleEn,
      seller: valueAfter('seller'),
      village: { province: valueAfter('province'), nameEn: valueAfter('provinceEn') },
      words: rest.map((line) => line.replace(/^(?:卖家说|seller says):\s*/i, '')).join('\n'),
    });
}
