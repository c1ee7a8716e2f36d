/** As large as phones and printers like it, in pixels; the quiet border of four modules is part of it. */
const SIDE = 720;

/** A link as a QR code, a PNG. Level M still reads when a seventh of it is dirty or torn, as box stickers get. */
export async function qrPicture(link: string): Promise<Uint8Array> {
  const { default: QRCode } = await import('qrcode');
  return QRCode.toBuffer(link, { width: SIDE, margin: 4, errorCorrectionLevel: 'M' });
}
