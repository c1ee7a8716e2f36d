import { byId } from './dom.js';

/**
 * Shows a photo as large as the screen allows.
 * @param {string} url
 * @param {string} alt
 */
export function openPhoto(url, alt) {
  const dialog = byId('lightbox', HTMLDialogElement);
  const image = byId('lightbox-photo', HTMLImageElement);
  image.src = url;
  image.alt = alt;
  dialog.onclick = () => dialog.close();
  dialog.showModal();
}
