import { byId, el, icon } from './dom.js';
import { toast } from './toast.js';
import { inEveryLanguage, word } from './words.js';

const MOST = 10;

/**
 * A photo chosen but not sent, with an address to show it by.
 * @typedef {{ file: File, url: string }} Chosen
 */

/**
 * The photos that will go out with the next message.
 * @param {() => void} onChange
 */
export function photoTray(onChange) {
  const tray = byId('tray', HTMLElement);
  const input = byId('photos', HTMLInputElement);
  const attach = byId('attach', HTMLButtonElement);
  /** @type {Chosen[]} */
  let chosen = [];

  attach.onclick = () => input.click();
  input.onchange = () => {
    add([...(input.files ?? [])]);
    input.value = '';
  };
  inEveryLanguage(() => {
    attach.setAttribute('aria-label', word('attach'));
    attach.title = word('attach');
    show();
  });

  /** @param {File[]} files */
  function add(files) {
    const photos = files.filter((file) => file.type.startsWith('image/'));
    if (photos.length < files.length) toast(word('not-a-picture'));
    if (chosen.length + photos.length > MOST) toast(word('too-many-photos'));
    const room = photos.slice(0, MOST - chosen.length);
    chosen = [...chosen, ...room.map((file) => ({ file, url: URL.createObjectURL(file) }))];
    show();
    onChange();
  }

  /** @param {Chosen} one */
  function remove(one) {
    chosen = chosen.filter((other) => other !== one);
    URL.revokeObjectURL(one.url);
    show();
    onChange();
    attach.focus();
  }

  function show() {
    tray.hidden = chosen.length === 0;
    tray.replaceChildren(...chosen.map(thumbnail));
  }

  /** @param {Chosen} one @param {number} at */
  function thumbnail(one, at) {
    const label = `${word('close')}: ${word('photo')} ${at + 1}`;
    const button = el('button', { type: 'button', 'aria-label': label }, icon('close'));
    button.onclick = () => remove(one);
    return el(
      'div',
      { class: 'thumbnail' },
      el('img', { src: one.url, alt: `${word('photo')} ${at + 1}` }),
      button,
    );
  }

  return {
    add,
    isEmpty: () => chosen.length === 0,
    /** Empties the tray. */
    takeAll() {
      const all = chosen;
      chosen = [];
      show();
      return all;
    },
  };
}
