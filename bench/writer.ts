// How long a configured model takes for a draft, and what it costs: `npm run bench:writer -- --drafts 5 --in 2 --out 8`,
// prices in yuan for a million tokens. OPENAI_BASE_URL, OPENAI_MODEL and OPENAI_API_KEY as the shop reads them.
import { parseArgs } from 'node:util';
import OpenAI from 'openai';
import { configFromEnvironment } from '../src/config.ts';
import { pruned } from '../src/writer/drafts/prune.ts';
import { fromTemplate } from '../src/writer/drafts/template.ts';
import { promptFacts } from '../src/writer/facts/fact-list.ts';
import { parseDrafts } from '../src/writer/model/answer.ts';
import { messagesFor } from '../src/writer/model/prompt.ts';
import { walnuts } from '../test/writer/facts.ts';

const { values } = parseArgs({
  options: {
    drafts: { type: 'string', default: '5' },
    in: { type: 'string', default: '0' },
    out: { type: 'string', default: '0' },
  },
});
const { model } = configFromEnvironment();
const products = ['核桃', '板栗', '苹果', '小米', '蜂蜜', '土豆', '花椒', '红枣', '柿饼', '绿豆'];
const factsOf = (i: number) => ({
  ...walnuts,
  title: products[i % products.length] ?? '核桃',
  titleEn: null,
  words: '自家种的，今年收的。',
});
const seconds = (ms: number): string => `${(ms / 1_000).toFixed(2)} s`;
const middle = (all: number[]): number =>
  all.toSorted((one, other) => one - other)[Math.floor(all.length / 2)] ?? 0;

function benchTemplates(count: number): void {
  const begin = performance.now();
  for (let i = 0; i < count; i += 1) fromTemplate(factsOf(i));
  console.log(
    `templates: ${seconds((performance.now() - begin) / count)} a product (three voices, two languages)`,
  );
}

async function benchModel({ apiKey, baseURL, model: name }: NonNullable<typeof model>, count: number) {
  const client = new OpenAI({ apiKey, baseURL: baseURL ?? 'https://api.openai.com/v1', maxRetries: 0 });
  const first: number[] = [];
  const done: number[] = [];
  let [tokensIn, tokensOut, kept] = [0, 0, 0];
  for (let i = 0; i < count; i += 1) {
    const facts = factsOf(i);
    const begin = performance.now();
    const stream = await client.chat.completions.create({
      model: name,
      messages: messagesFor({ facts: promptFacts(facts), wants: [] }),
      stream: true,
      stream_options: { include_usage: true },
    });
    let text = '';
    for await (const { choices, usage } of stream) {
      const piece = choices[0]?.delta.content ?? '';
      if (piece !== '' && text === '') first.push(performance.now() - begin);
      text += piece;
      tokensIn += usage?.prompt_tokens ?? 0;
      tokensOut += usage?.completion_tokens ?? 0;
    }
    done.push(performance.now() - begin);
    kept += parseDrafts(text).filter((draft) => pruned(draft, facts).draft).length;
  }
  const cost = (tokensIn * Number(values.in) + tokensOut * Number(values.out)) / 1_000_000 / count;
  console.log(`${name}: ${count} products, ${kept} drafts that may be shown`);
  console.log(
    `first word ${seconds(middle(first))}, done ${seconds(middle(done))} (median), longest ${seconds(Math.max(...done))}`,
  );
  console.log(`${tokensIn} tokens in, ${tokensOut} out; ¥${cost.toFixed(4)} a product`);
}

benchTemplates(Number(values.drafts));
if (model) await benchModel(model, Number(values.drafts));
else console.log('No model is configured: set OPENAI_API_KEY or OPENAI_BASE_URL.');
