import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Phones show pictures at their own width; at 1,080 pixels letters of 32 and more are read without zooming. */
export const WIDTH = 1_080;

const folder = join(dirname(createRequire(import.meta.url).resolve('@embedpdf/fonts-sc')), '../fonts');
const fontFiles = ['Regular', 'Bold'].map((weight) => join(folder, `NotoSansHans-${weight}.otf`));

/** Draws an SVG as a PNG, beside the event loop. Fonts come along, so that Chinese is drawn on any machine. */
export async function drawPng(svg: string): Promise<Uint8Array> {
  const { renderAsync } = await import('@resvg/resvg-js');
  const font = { fontFiles, loadSystemFonts: false, defaultFontFamily: 'Noto Sans S Chinese' };
  return (await renderAsync(svg, { font })).asPng();
}
