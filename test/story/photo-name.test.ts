import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { visit } from '../bots/web/visitor.ts';
import { type Llm, type LlmAnswer, startLlm } from '../support/llm.ts';
import { joinedSeller } from '../support/stall.ts';
import type { PrivateChat } from '../support/telegram/interface.ts';
import { startWalnut, type Walnut } from '../support/walnut.ts';

// A photo without words: the model looks, the seller decides.

let walnut: Walnut;
let llm: Llm;
let seller: PrivateChat;
let answer: LlmAnswer;

beforeAll(async () => {
  llm = await startLlm({ answers: () => answer });
  walnut = await startWalnut({
    settings: { OPENAI_BASE_URL: llm.baseURL, OPENAI_MODEL: 'local', OPENAI_API_KEY: 'test' },
  });
  seller = await joinedSeller(walnut);
});
afterAll(async () => {
  await walnut.stop();
  await llm.stop();
});

/** A phone's photo, which says where it was taken. */
const photo = async (background: string) => ({ bytes: await jpeg(background) });
const jpeg = (background: string): Promise<Buffer> =>
  sharp({ create: { width: 320, height: 240, channels: 3, background } })
    .withExif({ IFD0: { Make: 'Walnutphone' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '37/1 15/1 0/1' } })
    .jpeg()
    .toBuffer();

const name = (zh: string, en: string, category: string): LlmAnswer => ({ json: { zh, en, category } });
const newest = () => walnut.database.db.product.findFirstOrThrow({ orderBy: { createdAt: 'desc' } });

// In this order: a server that took no picture is not sent another.
describe('a seller who sends a photo without words', { shuffle: false }, () => {
  it('is asked whether it shows what the model sees, and names nothing before the seller says yes', async () => {
    answer = name('核桃', 'walnuts', 'nuts');
    await seller.sendsPhoto(await photo('#a0703c'));
    await seller.waitsFor('看起来是核桃，对吗？');
    expect(seller.last().text).toContain('不带拍摄地点');
    expect(await newest()).toMatchObject({ title: '', status: 'draft' });
    const [first] = llm.requests;
    const sent = /base64,([A-Za-z0-9+/=]+)/.exec(first?.prompt ?? '')?.[1] ?? '';
    const { exif, format } = await sharp(Buffer.from(sent, 'base64')).metadata();
    expect({ exif, format }).toEqual({ exif: undefined, format: 'jpeg' });
    await seller.taps('✅ 是，核桃');
    await seller.waitsFor('核桃 多少钱');
    expect(await newest()).toMatchObject({
      title: '核桃',
      titleEn: 'Walnut',
      category: 'nuts',
      status: 'draft',
    });
    await seller.taps('🗑 不要了');
  });

  it('may type another name', async () => {
    answer = name('山核桃', 'hickory nuts', 'nuts');
    await seller.sendsPhoto(await photo('#40301c'));
    await seller.waitsFor('看起来是山核桃，对吗？');
    seller.says('板栗');
    await seller.waitsFor('板栗 多少钱');
    expect(await newest()).toMatchObject({ title: '板栗' });
    await seller.taps('🗑 不要了');
  });

  it('is asked in the browser too, and may say yes in words', async () => {
    answer = name('花生', 'peanuts', 'nuts');
    const { token } = await walnut.inviteSeller('李梅家');
    const visitor = await visit(walnut.app.url ?? '', 'seller');
    await visitor.post(`/join/${token}`, {});
    const web = await visit(walnut.app.url ?? '', 'seller', undefined, visitor.cookie());
    await using listener = await web.listen();
    const { media }: { media: string[] } = await (
      await web.upload(Uint8Array.from(await jpeg('#c0a060')))
    ).json();
    await web.event({ is: 'photos', files: media, caption: '' });
    const sees = (words: string) =>
      listener.until((all) => all.some((one) => JSON.stringify(one).includes(words)));
    await sees('看起来是');
    await web.event({ is: 'text', text: '对' });
    await sees('多少钱');
    expect(await newest()).toMatchObject({ title: '花生', status: 'draft' });
  });

  it('is asked the same question as ever where the model cannot tell, praises, or takes no pictures', async () => {
    const ways: LlmAnswer[] = [
      name('', '', 'other'),
      name('全国第一核桃', 'best walnuts', 'nuts'),
      { text: 'I see.' },
      { status: 400, message: 'this model takes no image input' },
    ];
    const before = seller.last();
    for (const [i, way] of ways.entries()) {
      answer = way;
      await showsPhoto(`#0000${i}0`);
    }
    // A server that takes no pictures is not sent another.
    const asked = llm.requests.length;
    await showsPhoto('#000099');
    expect(llm.requests).toHaveLength(asked);
    const since = seller.messages().filter(({ id }) => id > before.id);
    expect(since.map(({ text }) => text).join('\n')).not.toMatch(/看起来|第一/);
  });
});

/** Sends a photo without words, waits for what comes of it, and drops the draft. */
async function showsPhoto(background: string): Promise<void> {
  const after = seller.last();
  await seller.sendsPhoto(await photo(background));
  await seller.waitsFor('这是什么', { after });
  await walnut.app.jobs?.idle();
  await seller.taps('🗑 不要了');
}
