import { afterEach, expect, it } from 'vitest';
import { type Llm, type LlmAnswer, startLlm } from '../support/llm.ts';
import { sellerWithDraft } from '../support/stall.ts';
import type { PrivateChat } from '../support/telegram/interface.ts';
import { startWalnut, type Walnut } from '../support/walnut.ts';

let walnut: Walnut;
let llm: Llm | undefined;

afterEach(async () => {
  await walnut.stop();
  await llm?.stop();
  llm = undefined;
});

const wording = (title: string, blurb: string) => ({ title, blurb, points: [], tags: [] });
const draftOf = (zh: string, en = 'Walnuts from Lingtou.') => ({
  voice: 'plain',
  zh: wording('岭头核桃', zh),
  en: wording('Lingtou walnuts', en),
});
const drafts = (...all: ReturnType<typeof draftOf>[]): LlmAnswer => ({ json: { drafts: all } });

async function withModel(
  answers: readonly LlmAnswer[] | ((prompt: string) => LlmAnswer),
  settings: Record<string, string> = {},
): Promise<PrivateChat> {
  llm = await startLlm({
    answers: typeof answers === 'function' ? ({ prompt }) => answers(prompt) : answers,
  });
  walnut = await startWalnut({
    settings: { OPENAI_BASE_URL: llm.baseURL, OPENAI_MODEL: 'local', OPENAI_API_KEY: 'test', ...settings },
  });
  return sellerWithDraft(walnut, '核桃 15元一斤 有200斤，壳薄，甜，房顶上晒干的');
}

it('is told by message what to change: shorter, without a word, and again, which differs', async () => {
  const seller = await withModel((prompt) => {
    if (prompt.includes('unlike: 岭头村的核桃。壳薄。'))
      return drafts(draftOf('岭头村的核桃，房顶上晒干的。'));
    if (prompt.includes('do not mention: 甜')) return drafts(draftOf('岭头村的核桃。壳薄。甜。'));
    return drafts(draftOf('岭头村的核桃，壳薄，甜，房顶上晒干的。'));
  });
  await seller.taps('✍️ 帮我写');
  await seller.waitsFor('岭头村的核桃，壳薄，甜，房顶上晒干的。');
  seller.says('不要说甜');
  await seller.waitsFor('岭头村的核桃。壳薄。\n');
  expect(seller.last().text).not.toContain('甜。');
  seller.says('再写一次');
  await seller.waitsFor('岭头村的核桃，房顶上晒干的。');
  seller.says('短一点');
  await seller.settles();
  expect(llm?.requests.at(-1)?.prompt).toContain('shorter: at most 60 Chinese characters');
  const rows = await walnut.database.db.writerDraft.findMany({ orderBy: { askedAt: 'asc' } });
  expect(rows.slice(0, 3)).toMatchObject([
    { state: 'shown', writtenBy: 'model', model: 'local', prompt: 'draft-3', tokensIn: 100, tokensOut: 50 },
    { state: 'shown', writtenBy: 'model' },
    { state: 'shown', writtenBy: 'model' },
  ]);
});

it('shows what each sentence rests on, and keeps what was used', async () => {
  const seller = await withModel([drafts(draftOf('岭头村的核桃，壳薄。'))]);
  await seller.taps('✍️ 帮我写');
  await seller.waitsFor('岭头村的核桃，壳薄。');
  await seller.taps('🧾 这些话哪来的？');
  await seller.waitsFor('每句话都是从您说过的');
  expect(seller.last().text).toContain('卖家说:壳薄');
  await seller.taps('✅ 就用这个');
  await seller.settles();
  expect(await walnut.database.db.writerDraft.findFirstOrThrow()).toMatchObject({ state: 'used' });
});

it('shows whole sentences while they come, and only those that may stay', async () => {
  const text = JSON.stringify({ drafts: [draftOf('岭头村的核桃。全国第一。国家领导人推荐。壳薄。')] });
  const seller = await withModel([{ text }]);
  await seller.taps('✍️ 帮我写');
  await seller.waitsFor('写好了');
  const previews = walnut.telegram.calls('sendMessageDraft').map(({ params }) => String(params.text));
  expect(previews[0]).toContain('岭头村的核桃。');
  expect(previews.join('')).not.toMatch(/第一|领导人/);
  expect(
    seller
      .heard()
      .map(({ text: said }) => said)
      .join(''),
  ).not.toMatch(/第一|领导人/);
});

it('edits a message where the server knows no previews', async () => {
  const seller = await withModel([drafts(draftOf('岭头村的核桃。壳薄。'))]);
  walnut.telegram.failNext('sendMessageDraft', { error_code: 404, description: 'Not Found' }, { times: 20 });
  await seller.taps('✍️ 帮我写');
  await seller.waitsFor('写好了');
  expect(seller.heard().some(({ text }) => text.startsWith('✍️ 岭头村的核桃。'))).toBe(true);
});

it('stops writing, and shows nothing afterwards', async () => {
  const seller = await withModel([{ ...drafts(draftOf('岭头村的核桃。')), delayMs: 300 }]);
  await seller.taps('✍️ 帮我写');
  await seller.waitsFor('正在写…');
  await seller.taps('⏹ 不写了');
  await seller.waitsFor('好的，不写了');
  await seller.settles();
  expect(seller.heard().some(({ text }) => text.includes('写好了'))).toBe(false);
  expect(await walnut.database.db.writerDraft.findFirstOrThrow()).toMatchObject({ state: 'cancelled' });
});

it('two taps are one request', async () => {
  const seller = await withModel([{ ...drafts(draftOf('岭头村的核桃。')), delayMs: 200 }]);
  const preview = seller.last();
  await seller.taps('✍️ 帮我写');
  expect((await seller.taps('✍️ 帮我写', { on: preview })).toast).toContain('已经在写');
  await seller.waitsFor('写好了');
  expect(llm?.requests).toHaveLength(1);
});

it('spends no more on a seller in a day than the office allows', async () => {
  const seller = await withModel(
    (prompt) => drafts(draftOf(prompt.includes('unlike:') ? '壳薄。' : '岭头村的核桃。')),
    {
      OPENAI_PRICES: '10/20',
      WRITER_BUDGET: '0.001',
    },
  );
  await seller.taps('✍️ 帮我写');
  await seller.waitsFor('写好了');
  expect(await walnut.database.db.writerDraft.findFirstOrThrow()).toMatchObject({ costMicros: 2_000 });
  await seller.taps('🔁 再写一次');
  await seller.waitsFor('今天写作助手的费用用完了');
  expect(llm?.requests).toHaveLength(1);
});
