import { describe, expect, it } from 'vitest';
import type { Draft } from '../../src/writer/facts.ts';
import { fromTemplate } from '../../src/writer/template.ts';
import { createWriter, type Writer } from '../../src/writer/writer.ts';
import { type LlmAnswer, startLlm } from '../support/llm.ts';
import { walnuts } from './facts.ts';

const good: Draft = {
  zh: { title: '岭头纸皮核桃', blurb: '壳薄，手一捏就开。2026年9月采收，王桂花家晒好的。' },
  en: { title: 'Paper-shell walnuts from Lingtou', blurb: 'Harvested in September 2026 by Wang Guihua.' },
};
const withBlurb = (blurb: string): Draft => ({ ...good, zh: { ...good.zh, blurb } });

interface Trial {
  readonly writer: Writer;
  readonly failures: string[];
}

/** A writer in front of `baseURL`, and what it reported. */
function trial(
  baseURL: string,
  options: { apiKey?: string; timeoutMs?: number; totalMs?: number } = {},
): Trial {
  const failures: string[] = [];
  const model = { apiKey: 'right', model: 'loopback', baseURL, ...options };
  return { writer: createWriter(model, (error) => failures.push(error.message)), failures };
}

describe('the writer', () => {
  it('hands over what a model wrote from the facts', async () => {
    await using llm = await startLlm({ answers: [{ json: good }], apiKey: 'right' });
    expect(await trial(llm.baseURL).writer.draft(walnuts)).toEqual({ draft: good, by: 'model' });
    expect(llm.requests[0]?.schema).toMatchObject({ required: ['zh', 'en'] });
    expect(llm.requests[0]?.prompt).toContain('纸皮核桃');
  });

  it('does not tell the model what it may not say', async () => {
    await using llm = await startLlm({ answers: [{ json: good }] });
    await trial(llm.baseURL).writer.draft(walnuts);
    expect(llm.requests[0]?.prompt).not.toContain('1500');
    expect(llm.requests[0]?.prompt).not.toContain('packs');
  });

  it('tidies line ends and signs that cannot be seen', async () => {
    await using llm = await startLlm({
      answers: [{ json: withBlurb(' 壳薄，\n\n手一捏\u202e就开。\u0000') }],
    });
    const { draft } = await trial(llm.baseURL).writer.draft(walnuts);
    expect(draft.zh.blurb).toBe('壳薄， 手一捏 就开。');
  });

  it('says so when there is no model', async () => {
    const writer = createWriter(undefined, () => {});
    expect(await writer.draft(walnuts)).toEqual({ draft: fromTemplate(walnuts), by: 'template', why: 'off' });
  });

  it('asks once more after an error that may pass', async () => {
    await using llm = await startLlm({ answers: [{ status: 500 }, { json: good }] });
    expect(await trial(llm.baseURL).writer.draft(walnuts)).toMatchObject({ by: 'model' });
    expect(llm.requests).toHaveLength(2);
  });
});

describe('where the model fails, a template answers and says why', () => {
  const failing: readonly [string, LlmAnswer, RegExp][] = [
    ['words instead of JSON', { text: 'Sure! Here is your text.' }, /not what was asked/],
    ['another shape', { json: { title: 'x' } }, /not what was asked/],
    ['nothing at all', { text: '' }, /not what was asked/],
    [
      'a title too long',
      { json: { ...good, en: { ...good.en, title: 'W'.repeat(41) } } },
      /not what was asked/,
    ],
    ['a blurb too long', { json: withBlurb('核'.repeat(401)) }, /not what was asked/],
    ['an empty blurb', { json: withBlurb(' \n ') }, /not what was asked/],
    ['English where Chinese belongs', { json: withBlurb('Walnuts.') }, /not what was asked/],
    ['an answer cut off', { truncated: '{"zh":{"title":"核' }, /cut off/],
    ['500', { status: 500 }, /answers 500/],
    ['429', { status: 429, message: 'slow down' }, /no more requests/],
    ['404', { status: 404 }, /does not know that model/],
    ['a broken line', { drop: true }, /cannot be reached/],
  ];

  it.each(failing)('%s', async (_name, answer, failure) => {
    await using llm = await startLlm({ answers: [answer] });
    const { writer, failures } = trial(llm.baseURL);
    const template = { draft: fromTemplate(walnuts), by: 'template', why: 'failed' };
    expect(await writer.draft(walnuts)).toEqual(template);
    expect(failures).toEqual([expect.stringMatching(failure)]);
  });

  it('a wrong key, which is not repeated', async () => {
    await using llm = await startLlm({ apiKey: 'right' });
    const { writer, failures } = trial(llm.baseURL, { apiKey: 'sk-hush' });
    expect(await writer.draft(walnuts)).toMatchObject({ by: 'template', why: 'failed' });
    expect(failures).toEqual(['the model server refuses the key (401)']);
  });

  it('a server that does not answer in time, asked twice', async () => {
    await using llm = await startLlm({ answers: [{ json: good, delayMs: 60_000 }] });
    const { writer, failures } = trial(llm.baseURL, { timeoutMs: 50 });
    expect(await writer.draft(walnuts)).toMatchObject({ by: 'template', why: 'failed' });
    expect(failures).toEqual(['the model server did not answer in time']);
    expect(llm.requests).toHaveLength(2);
  });

  it('a server that asks for more patience than a seller has', async () => {
    await using llm = await startLlm({ answers: [{ status: 429, retryAfter: 50 }] });
    const { writer, failures } = trial(llm.baseURL, { totalMs: 100 });
    expect(await writer.draft(walnuts)).toMatchObject({ by: 'template', why: 'failed' });
    expect(failures).toHaveLength(1);
  });

  it('a refusal', async () => {
    await using llm = await startLlm({ answers: [{ refusal: 'I cannot help with that.' }] });
    const template = { draft: fromTemplate(walnuts), by: 'template', why: 'refused' };
    expect(await trial(llm.baseURL).writer.draft(walnuts)).toEqual(template);
  });

  it.each([
    ['an invented number', '种了30年的老树。', '30'],
    ['an unlawful word', '全村最好的核桃。', '最好'],
    ['a price', '只要9元。', '9元'],
  ])('%s', async (_name, blurb, objection) => {
    await using llm = await startLlm({ answers: [{ json: withBlurb(blurb) }] });
    const { writer, failures } = trial(llm.baseURL);
    const template = { draft: fromTemplate(walnuts), by: 'template', why: 'unlawful' };
    expect(await writer.draft(walnuts)).toEqual(template);
    expect(failures[0]).toContain(objection);
  });
});

describe('a check of the writer', () => {
  it('is off without a model', async () => {
    expect(await createWriter(undefined, () => {}).check()).toEqual({ is: 'off' });
  });

  it('is fine where the server lists the model, without asking it anything', async () => {
    await using llm = await startLlm({ apiKey: 'right' });
    expect(await trial(llm.baseURL).writer.check()).toEqual({ is: 'fine' });
    expect(llm.requests).toEqual([]);
  });

  it('asks a model that is not listed for a word', async () => {
    await using llm = await startLlm({
      answers: ({ model }) => (model === 'alias' ? { text: 'OK' } : { status: 404 }),
    });
    const checkOf = (model: string) =>
      createWriter({ apiKey: 'right', baseURL: llm.baseURL, model }, () => {}).check();
    expect(await checkOf('alias')).toEqual({ is: 'fine' });
    expect(await checkOf('typo')).toMatchObject({
      is: 'wrong',
      todo: expect.stringContaining('OPENAI_MODEL'),
    });
  });

  it('names what to do about a wrong key or address, and repeats neither', async () => {
    const llm = await startLlm({ apiKey: 'right' });
    const wrongKey = await trial(llm.baseURL, { apiKey: 'sk-hush' }).writer.check();
    expect(wrongKey).toEqual({
      is: 'wrong',
      said: 'the model server refuses the key (401)',
      todo: 'check OPENAI_API_KEY',
    });
    await llm.stop();
    const gone = await trial(llm.baseURL).writer.check();
    expect(gone).toMatchObject({ is: 'wrong', todo: expect.stringContaining('OPENAI_BASE_URL') });
  });
});
