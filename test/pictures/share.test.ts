import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { drawPng } from '../../src/pictures/draw.ts';
import { posterSvg } from '../../src/pictures/poster.ts';
import { stickerSvg } from '../../src/pictures/sticker.ts';

const link = 'https://walnut.example.org/?start=p_0123456789abcdefghijkl';
const poster = {
  title: '薄皮核桃',
  price: '¥15/斤',
  packs: '5斤 · 10斤',
  household: '王秀英家',
  place: '山西 古县 岭头',
  scan: '扫码下单',
  link,
  photo: undefined,
};

describe('a poster', () => {
  it('shows the photo over its whole width, and does without one', async () => {
    const red = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#f00' } })
      .jpeg()
      .toBuffer();
    const picture = sharp(await drawPng(posterSvg({ ...poster, photo: red })));
    const [r = 0, g = 255] = await picture
      .extract({ left: 1_000, top: 700, width: 1, height: 1 })
      .raw()
      .toBuffer();
    expect([r > 200, g < 60]).toEqual([true, true]);
    expect(posterSvg(poster)).not.toContain('<image');
  });
});

describe('a sticker', () => {
  it('is black and white, with a code whose corners are where scanners look for them', async () => {
    const sticker = {
      ...poster,
      goods: ['核桃 5斤', '小米 1斤'],
      again: ['扫一扫', '再来一单'],
      number: 'A-0317',
    };
    const { data, info } = await sharp(await drawPng(stickerSvg(sticker)))
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect([info.width, info.height]).toEqual([1_080, 720]);
    const coloured = data.some((_, i) => i % 3 === 0 && Math.abs((data[i] ?? 0) - (data[i + 2] ?? 0)) > 8);
    expect(coloured).toBe(false);
    const at = (x: number, y: number): number => data[(y * info.width + x) * 3] ?? 0;
    expect([at(80, 145) < 60, at(40, 100) > 200]).toEqual([true, true]);
  });

  it('says long names on two lines, and leaves out whole goods where there is no room for more', () => {
    const drawn = stickerSvg({
      ...poster,
      household: 'The Wang family yard',
      place: 'Lingtou, Fenyang, Shanxi',
      goods: ['Thin-shelled walnuts 2.5 kg', 'Buckwheat flour 2.5 kg', 'Free-range eggs 30 eggs'],
      again: ['Scan for the', 'same again'],
      number: 'A-0317',
    });
    const words = [...drawn.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, row]) => row).join(' ');
    expect(words).not.toContain('…');
    expect(words).toContain('Lingtou, Fenyang, Shanxi Thin-shelled walnuts 2.5 kg');
    expect(words).toContain('Scan for the same again A-0317');
    expect(words.includes('Free-range')).toBe(words.includes('30 eggs'));
  });
});
