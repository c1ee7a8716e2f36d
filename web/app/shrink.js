/** As large as the shop keeps photos; more would only cost the sender's data. */
const SIDE_PX = 1_600;
const QUALITY = 0.86;
/** Not worth the work below this. */
const SMALL_BYTES = 300_000;

/**
 * A photo small enough for a village's network; the file itself where the browser cannot read it.
 * @param {File} file
 * @returns {Promise<Blob>}
 */
export async function shrink(file) {
  if (file.size < SMALL_BYTES) return file;
  try {
    const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' });
    const scale = Math.min(1, SIDE_PX / Math.max(bitmap.width, bitmap.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(bitmap.width * scale);
    canvas.height = Math.round(bitmap.height * scale);
    const context = canvas.getContext('2d');
    if (!context) return file;
    context.fillStyle = '#fff';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    bitmap.close();
    return (await jpegOf(canvas)) ?? file;
  } catch {
    return file;
  }
}

/** @param {HTMLCanvasElement} canvas @returns {Promise<Blob | null>} */
const jpegOf = (canvas) => new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY));
