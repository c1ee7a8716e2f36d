import { el } from './dom.js';
import { openPhoto } from './lightbox.js';

/** Only what the shop keeps has smaller copies; what is on its way is shown as it is. @param {string} url */
const isStored = (url) => url.startsWith('/api/media/');

/**
 * The address of a copy: `tiny` to be blurred, `small` beside a name, `phone` in a bubble.
 * @param {string} url
 * @param {'tiny' | 'small' | 'phone'} size
 */
export const sized = (url, size) => (isStored(url) ? `${url}/${size}` : url);

/** Posters, codes and charts are shown whole; only what is very long or very wide is cut. @param {HTMLImageElement} image */
const shapeOf = ({ naturalWidth, naturalHeight }) => Math.min(2, Math.max(0.6, naturalWidth / naturalHeight));

/**
 * A photo that fills the bubble: blurred at once, sharp when it is there, whole when it is tapped.
 * @param {string} url
 * @param {string} alt
 */
export function photoKey(url, alt) {
  const image = el('img', {
    class: 'sharp',
    src: sized(url, 'phone'),
    alt,
    draggable: 'false',
    decoding: 'async',
  });
  const blurred = isStored(url) && el('img', { class: 'blurred', src: sized(url, 'tiny'), alt: '' });
  const button = el('button', { type: 'button', class: 'photo' }, blurred, image);
  image.onload = () => {
    button.style.aspectRatio = String(shapeOf(image));
    button.classList.add('is-loaded');
  };
  image.onerror = () => button.classList.add('is-missing');
  button.onclick = () => openPhoto(url, alt);
  return button;
}

/**
 * A small square picture beside words that say what it is.
 * @param {string} url
 */
export function smallPicture(url) {
  const image = el('img', {
    class: 'small',
    src: sized(url, 'small'),
    alt: '',
    width: '56',
    height: '56',
    loading: 'lazy',
    decoding: 'async',
  });
  image.onerror = () => image.classList.add('is-missing');
  return image;
}
