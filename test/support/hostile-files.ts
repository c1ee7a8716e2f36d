import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';

/** Under a thousand bytes of SVG whose filters would keep a processor busy for minutes. */
export const svgBomb = (): Uint8Array<ArrayBuffer> => {
  const blur = '<feGaussianBlur stdDeviation="99"/><feMorphology operator="dilate" radius="99"/>';
  const noise = '<feTurbulence baseFrequency=".01" numOctaves="99"/>';
  return bytesOf(
    `<svg xmlns="http://www.w3.org/2000/svg" width="7000" height="7000"><filter id="f">${noise}${blur}</filter>` +
      '<rect width="7000" height="7000" filter="url(#f)"/></svg>',
  );
};

/** A PNG of a few bytes whose header promises `width` × `height` pixels. */
export const hugePng = (width: number, height: number): Uint8Array<ArrayBuffer> => {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const parts = [chunk('IHDR', header), chunk('IDAT', deflateSync(Buffer.alloc(100))), chunk('IEND')];
  return Uint8Array.from(Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), ...parts]));
};

/** A small PNG file that unfolds to a picture just inside the bounds: seconds of honest work. */
export const slowPng = async (): Promise<Uint8Array<ArrayBuffer>> =>
  Uint8Array.from(
    await sharp({ create: { width: 7_700, height: 7_700, channels: 4, background: '#a528' } })
      .png({ progressive: true })
      .toBuffer(),
  );

/** What a phone's HEIC file begins with. */
export const heicFile = (): Uint8Array<ArrayBuffer> => bytesOf('\0\0\0\x24ftypheic\0\0\0\0mif1heic');

export const bytesOf = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(Buffer.from(text, 'latin1'));

function chunk(name: string, data: Buffer = Buffer.alloc(0)): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const ends = [Buffer.alloc(4), Buffer.alloc(4)] as const;
  ends[0].writeUInt32BE(data.length);
  ends[1].writeUInt32BE(crc32(named));
  return Buffer.concat([ends[0], named, ends[1]]);
}
