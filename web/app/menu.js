/** @import { Word } from './words.js' */

import { byId, el, icon } from './dom.js';
import { inEveryLanguage, word } from './words.js';

/** @type {Record<string, { command: string, label: Word, icon: string }[]>} */
const commands = {
  buyer: [
    { command: 'start', label: 'menu-start', icon: 'home' },
    { command: 'browse', label: 'menu-browse', icon: 'bag' },
    { command: 'cart', label: 'menu-cart', icon: 'basket' },
    { command: 'orders', label: 'menu-orders', icon: 'box' },
    { command: 'live', label: 'menu-live', icon: 'live' },
    { command: 'me', label: 'menu-me', icon: 'person' },
    { command: 'addresses', label: 'menu-addresses', icon: 'pin' },
    { command: 'help', label: 'menu-help', icon: 'help' },
    { command: 'person', label: 'menu-person', icon: 'person' },
  ],
  seller: [
    { command: 'start', label: 'menu-start', icon: 'home' },
    { command: 'products', label: 'menu-products', icon: 'bag' },
    { command: 'orders', label: 'menu-sales', icon: 'box' },
    { command: 'pack', label: 'menu-pack', icon: 'check' },
    { command: 'sales', label: 'menu-takings', icon: 'chart' },
    { command: 'delivery', label: 'menu-delivery', icon: 'pin' },
    { command: 'live', label: 'menu-live', icon: 'live' },
    { command: 'help', label: 'menu-help', icon: 'help' },
    { command: 'person', label: 'menu-person', icon: 'person' },
  ],
};

/**
 * The commands, for those who do not know them by heart.
 * @param {string} side
 * @param {(command: string) => void} onChoose
 * @param {() => void} onLogOut
 */
export function commandMenu(side, onChoose, onLogOut) {
  const opener = byId('menu-button', HTMLButtonElement);
  const dialog = byId('menu', HTMLDialogElement);
  opener.onclick = () => dialog.showModal();
  dialog.onclick = (event) => {
    if (event.target === dialog) dialog.close();
  };

  /** @param {{ command: string, label: Word, icon: string }} one */
  function item({ command, label, icon: name }) {
    const button = el('button', { type: 'button' }, icon(name), word(label), el('small', {}, `/${command}`));
    button.onclick = () => {
      dialog.close();
      onChoose(command);
    };
    return el('li', {}, button);
  }

  function logOutItem() {
    const button = el('button', { type: 'button' }, icon('out'), word('log-out'));
    button.onclick = () => {
      dialog.close();
      if (confirm(word('log-out-sure'))) onLogOut();
    };
    return el('li', {}, button);
  }

  inEveryLanguage(() => {
    opener.setAttribute('aria-label', word('menu'));
    opener.title = word('menu');
    dialog.setAttribute('aria-label', word('menu'));
    dialog.replaceChildren(el('ul', {}, ...(commands[side] ?? []).map(item), logOutItem()));
  });
}
