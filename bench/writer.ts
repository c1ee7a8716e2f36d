// How long a configured model takes for a product's texts, and what it costs: `npm run bench:writer -- --products 5`.
// OPENAI_BASE_URL, OPENAI_MODEL, OPENAI_API_KEY and OPENAI_PRICES as the shop reads them, and asked as the shop asks.
import { parseArgs } from 'node:util';
import { configFromEnvironment } from '../src/config.ts';
import { FIRST_ORDER } from '../src/writer/drafts/order.ts';
import { fromTemplate } from '../src/writer/drafts/template.ts';
import type { ModelOptions } from '../src/writer/model/model.ts';
import { createWriter } from '../src/writer/writer.ts';
import { walnuts } from '../test/writer/facts.ts';

const MICROS_PER_YUAN = 1_000_000;

const { values } = parseArgs({ options: { products: { type: 'string', default: '5' } } });
const titles = ['核桃', '板栗', '苹果', '小米', '蜂蜜', '土豆', '花椒', '红枣', '柿饼', '绿豆'];
/** No two are the same: the writer asks about the same facts once. */
const factsOf = (i: number) => ({
  ...walnuts,
  title: titles[i % titles.length] ?? '核桃',
  titleEn: null,
  words: `自家种的，今年收的，${i + 1}亩。`,
});
const seconds = (ms: number): string => `${(ms / 1_000).toFixed(2)} s`;
const middle = (all: readonly number[]): number =>
  all.toSorted((one, other) => one - other)[Math.floor(all.length / 2)] ?? 0;

function benchTemplates(count: number): void {
  const begin = performance.now();
  for (let i = 0; i < count; i += 1) fromTemplate(factsOf(i), FIRST_ORDER);
  console.log(
    `templates: ${seconds((performance.now() - begin) / count)} a product (three voices, two languages)`,
  );
}

async function benchModel(model: ModelOptions, count: number): Promise<void> {
  const writer = createWriter(model, (error) => console.log(`  ${error.message}`));
  const [first, done]: [number[], number[]] = [[], []];
  let [tokensIn, tokensOut, costMicros, texts, byModel] = [0, 0, 0, 0, 0];
  for (let i = 0; i < count; i += 1) {
    const begin = performance.now();
    let firstMs: number | undefined;
    const onText = (): void => {
      firstMs ??= performance.now() - begin;
    };
    const { by, drafts, use } = await writer.draft(factsOf(i), { ...FIRST_ORDER, onText });
    done.push(performance.now() - begin);
    if (firstMs !== undefined) first.push(firstMs);
    if (by === 'model') [byModel, texts] = [byModel + 1, texts + drafts.length];
    tokensIn += use?.tokensIn ?? 0;
    tokensOut += use?.tokensOut ?? 0;
    costMicros += use?.costMicros ?? 0;
  }
  const cost = costMicros / MICROS_PER_YUAN / count;
  console.log(
    `${model.model}: ${count} products, ${byModel} written by it, ${texts} texts that may be shown`,
  );
  const began = first.length > 0 ? `first word ${seconds(middle(first))}, ` : 'no stream, ';
  console.log(`${began}done ${seconds(middle(done))} (medians), longest ${seconds(Math.max(...done))}`);
  console.log(`${tokensIn} tokens in, ${tokensOut} out; ¥${cost.toFixed(4)} a product`);
}

const count = Number(values.products);
const { model } = configFromEnvironment();
benchTemplates(count);
if (model) await benchModel(model, count);
else console.log('No model is configured: set OPENAI_API_KEY or OPENAI_BASE_URL.');
