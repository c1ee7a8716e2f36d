import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { type LlmAnswer, startLlm } from '../support/llm.ts';
import { plainDraft, saidOf } from '../writer/drafts.ts';

const run = promisify(execFile);

/** What `npm run bench:writer` says of three products and a server with these answers. */
async function bench(...answers: LlmAnswer[]): Promise<string> {
  await using llm = await startLlm({ answers });
  const { stdout } = await run(process.execPath, ['bench/writer.ts', '--products', '3'], {
    env: {
      PATH: process.env.PATH ?? '',
      OPENAI_BASE_URL: llm.baseURL,
      OPENAI_MODEL: 'loopback',
      OPENAI_PRICES: '2/8',
    },
  });
  return stdout;
}

const harvested = {
  ...plainDraft,
  zh: { ...plainDraft.zh, title: '岭头村的货', blurb: '2026年9月采收。' },
  en: { ...plainDraft.en, title: 'Goods from Lingtou', blurb: 'Harvested in September 2026.' },
};

it('the bench of the writer asks as the shop asks: time to the first word, to the end, tokens and money', async () => {
  const said = await bench(saidOf(harvested));
  expect(said).toMatch(/templates: \d\.\d\d s a product/);
  expect(said).toContain('loopback: 3 products, 3 written by it, 3 texts that may be shown');
  expect(said).toMatch(/first word \d\.\d\d s, done \d\.\d\d s \(medians\), longest \d\.\d\d s/);
  expect(said).toContain('300 tokens in, 150 out; ¥0.0006 a product');
}, 60_000);

it('says so where nothing of what a model wrote may be shown', async () => {
  const said = await bench({ text: 'no json' });
  expect(said).toContain('the model’s answer is not what was asked for');
  expect(said).toContain('0 written by it');
}, 60_000);
