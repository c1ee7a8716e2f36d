import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';

// The package names its fonts and not where they lie: beside the folder of its main file.
const main = createRequire(import.meta.url).resolve('@embedpdf/fonts-sc');
const FONT = join(dirname(main), '..', 'fonts', 'NotoSansHans-Medium.otf');

/** Draws an SVG as PNG with Chinese fonts that come from npm: what the machine has installed plays no part. */
export function drawSvg(svg: string): Buffer {
  const options = {
    loadSystemFonts: false,
    fontFiles: [FONT],
    defaultFontFamily: 'Noto Sans Hans',
  };
  return new Resvg(svg, { font: options }).render().asPng();
}
