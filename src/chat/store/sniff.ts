/** The kind of a file by its first bytes: one that we open, one that we know and do not open, or unknown. */
export type FileKind = 'jpeg' | 'png' | 'webp' | 'heic' | 'other';

/** HEIF's brands for pictures in HEVC, as phones make them; AVIF's are not among them. */
const HEIC_BRANDS = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1']);

/** Uses the bytes alone, because the sender chooses name and headers. */
export function sniffKind(bytes: Uint8Array): FileKind {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 16)).toString('latin1');
  if (head.startsWith('\xff\xd8\xff')) return 'jpeg';
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return 'webp';
  if (head.slice(4, 8) === 'ftyp' && HEIC_BRANDS.has(head.slice(8, 12))) return 'heic';
  return 'other';
}
