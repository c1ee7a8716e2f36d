import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Llm, type LlmAnswer, type LlmRequest, startLlm } from '../support/llm.ts';
import { sellerWithDraft } from '../support/stall.ts';
import type { PrivateChat } from '../support/telegram/interface.ts';
import { startWalnut, type Walnut } from '../support/walnut.ts';

// What a seller sees of each way in which a model's server answers, one after the other in one chat.

let walnut: Walnut;
let llm: Llm;
let seller: PrivateChat;
let answer: (request: LlmRequest) => LlmAnswer;

beforeAll(async () => {
  llm = await startLlm({ answers: (request) => answer(request) });
  walnut = await startWalnut({
    settings: { OPENAI_BASE_URL: llm.baseURL, OPENAI_MODEL: 'local', OPENAI_API_KEY: 'test' },
  });
  seller = await sellerWithDraft(walnut, '核桃 15元一斤 有200斤，壳薄，房顶上晒干的，自家种的');
});
afterAll(async () => {
  await walnut.stop();
  await llm.stop();
});

const wording = (title: string, blurb: string) => ({ title, blurb, points: [], tags: [] });
const written = (blurb: string) => ({
  drafts: [
    {
      voice: 'plain',
      zh: wording('岭头核桃', blurb),
      en: wording('Lingtou walnuts', 'Walnuts from Lingtou.'),
    },
  ],
});
const said = (blurb: string): string => JSON.stringify(written(blurb));
const format = ({ body }: LlmRequest): string =>
  String((body.response_format as { type?: string } | undefined)?.type ?? 'text');
const knowing =
  (formats: readonly string[], text: string) =>
  (request: LlmRequest): LlmAnswer =>
    formats.includes(format(request)) ? { text } : { status: 400, message: 'unknown format' };

const MODEL = '写好了，您看行不行';
const FAILED = '写作助手这会儿没有回应';
const REFUSED = '写作助手没有写这一份';
const UNLAWFUL = '写作助手写的话不合广告法或您没有说过';

/** A way of answering, what the seller reads, and what they never read. */
type Way = [name: string, answer: typeof answer, sees: readonly string[], never?: RegExp];
const ways: Way[] = [
  ['normal', () => ({ json: written('岭头村的核桃。') }), [MODEL, '岭头村的核桃。']],
  [
    'whole, for it knows no streams',
    ({ isStream }) =>
      isStream ? { status: 400, message: 'stream is not supported' } : { json: written('自家种的核桃。') },
    [MODEL, '自家种的核桃。'],
  ],
  ['fenced', () => ({ text: `Sure!\n\`\`\`json\n${said('核桃壳薄。')}\n\`\`\`` }), [MODEL, '核桃壳薄。']],
  [
    'thinking aloud',
    () => ({ text: `<think>{"drafts": []} 全国第一？不行。</think>${said('房顶上晒干的核桃。')}` }),
    [MODEL, '房顶上晒干的核桃。'],
    /think|第一/,
  ],
  [
    'no json_schema',
    knowing(['json_object', 'text'], said('岭头的核桃，壳薄。')),
    [MODEL, '岭头的核桃，壳薄。'],
  ],
  ['text alone', knowing(['text'], `好的：${said('核桃，自家种的。')}`), [MODEL, '核桃，自家种的。']],
  [
    'invented facts',
    () => ({ json: written('岭头的核桃，自家种的。去年获得农业部金奖。') }),
    [MODEL, '岭头的核桃，自家种的。'],
    /金奖|农业部/,
  ],
  [
    'forbidden words',
    () => ({ json: written('核桃壳薄，房顶上晒干的。全国最好的核桃，补脑。') }),
    [MODEL, '核桃壳薄，房顶上晒干的。'],
    /最好的核桃|补脑/,
  ],
  [
    'nothing but inventions',
    () => ({ json: written('阿克苏的有机核桃，全国第一。') }),
    [UNLAWFUL],
    /阿克苏|有机/,
  ],
  ['a refusal', () => ({ refusal: 'I cannot help with that.' }), [REFUSED], /cannot/],
  ['wrong schema', () => ({ json: { texts: ['核桃'] } }), [FAILED]],
  ['a cut answer', () => ({ truncated: said('岭头村的核桃。').slice(0, 60) }), [FAILED]],
  [
    'normal again',
    () => ({ json: written('岭头村自家种的核桃，壳薄。') }),
    [MODEL, '岭头村自家种的核桃，壳薄。'],
  ],
  ['a stream that breaks off', () => ({ broken: said('岭头村的核桃。').slice(0, 80) }), [FAILED]],
  ['429', () => ({ status: 429, message: 'slow down', retryAfter: 0 }), [FAILED], /429|slow/],
  ['500', () => ({ status: 500 }), [FAILED], /500/],
];

// In this order: after three failures in a row a server is left alone for a minute.
describe('a seller sees, of a server that answers with', { shuffle: false }, () => {
  for (const [name, way, sees, never = /undefined|null/] of ways)
    it(name, async () => {
      answer = way;
      const before = seller.last();
      await seller.taps(name === 'normal' ? '✍️ 帮我写' : '🔁 再写一次');
      const [how = '', ...words] = sees;
      const { text } = await seller.waitsFor(how, { after: before });
      for (const word of words) expect(text).toContain(word);
      const previews = walnut.telegram.calls('sendMessageDraft').map(({ params }) => String(params.text));
      expect([text, ...previews].join('\n')).not.toMatch(never);
    });

  it('nothing, until its seller stops it: nothing comes of it afterwards', async () => {
    answer = () => ({ json: written('岭头。'), delayMs: 60_000 });
    const before = seller.last();
    await seller.taps('🔁 再写一次');
    await seller.waitsFor('正在写…', { after: before });
    await seller.taps('⏹ 不写了');
    await seller.waitsFor('好的，不写了');
    expect(seller.last().text).not.toContain(MODEL);
  });
});
