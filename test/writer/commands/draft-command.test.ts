import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { DraftUsage, draftCommand } from '../../../src/writer/commands/draft-command.ts';
import { startLlm } from '../../support/llm.ts';
import { plainDraft, saidOf } from '../drafts.ts';

/** What the command prints of these facts. */
async function printed(facts: unknown, baseURL?: string) {
  const folder = await mkdtemp(join(tmpdir(), 'walnut-facts-'));
  try {
    const file = join(folder, 'facts.json');
    await writeFile(file, JSON.stringify(facts));
    const output = new PassThrough();
    const model = baseURL ? { apiKey: 'key', model: 'loopback', baseURL } : undefined;
    await draftCommand(['--facts', file], model, output, 2026);
    output.end();
    return JSON.parse(await text(output));
  } finally {
    await rm(folder, { recursive: true });
  }
}

const village = { name: '岭头村', nameEn: 'Lingtou', county: '汾阳市', province: '山西省' };

it('prints drafts, and where each of their sentences comes from', async () => {
  await using llm = await startLlm({ answers: [saidOf(plainDraft)] });
  const told = await printed(
    { title: '纸皮核桃', titleEn: 'Paper-shell walnuts', harvestedOn: '2026-09-20', village },
    llm.baseURL,
  );
  expect(told).toMatchObject({ by: 'model', complaints: [], drafts: [{ voice: 'plain' }] });
  expect(told.drafts[0].receipts).toContainEqual({
    sentence: '2026年9月采收。',
    facts: ['采收:2026年9月20日'],
  });
});

it('takes the lines of the claims check as well', async () => {
  const told = await printed({ facts: ['商品:山药', '产地:河南省温县', '卖家说:垆土地种的,样子不好看'] });
  expect(told).toMatchObject({ by: 'template', why: 'off' });
  expect(told.drafts[0].zh.blurb).toContain('垆土地种的，样子不好看');
});

it('says what it cannot read', async () => {
  await expect(printed({ blurb: 'x' })).rejects.toThrow(DraftUsage);
});
