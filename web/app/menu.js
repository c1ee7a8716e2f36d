import { byId, el, icon } from './dom.js';
import { changePush, pushOffer } from './push.js';
import { textSizeRow } from './text-size.js';
import { inEveryLanguage, word } from './words.js';

/** @type {Record<string, { command: string, icon: string }[]>} */
const commands = {
  buyer: [
    { command: 'start', icon: 'home' },
    { command: 'browse', icon: 'bag' },
    { command: 'cart', icon: 'basket' },
    { command: 'orders', icon: 'box' },
    { command: 'live', icon: 'live' },
    { command: 'me', icon: 'person' },
    { command: 'addresses', icon: 'pin' },
    { command: 'help', icon: 'help' },
    { command: 'person', icon: 'person' },
  ],
  seller: [
    { command: 'start', icon: 'home' },
    { command: 'products', icon: 'bag' },
    { command: 'orders', icon: 'box' },
    { command: 'pack', icon: 'check' },
    { command: 'sales', icon: 'chart' },
    { command: 'delivery', icon: 'pin' },
    { command: 'live', icon: 'live' },
    { command: 'help', icon: 'help' },
    { command: 'person', icon: 'person' },
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
  opener.onclick = () => {
    draw();
    dialog.showModal();
  };
  dialog.onclick = (event) => {
    if (event.target === dialog) dialog.close();
  };

  /** @param {{ command: string, icon: string }} one */
  function item({ command, icon: name }) {
    const button = el('button', { type: 'button' }, icon(name), word(`menu-${command}`));
    button.onclick = () => {
      dialog.close();
      onChoose(command);
    };
    return el('li', {}, button);
  }

  /** Drawn when the menu opens: by then it is known whether the browser can. */
  function pushItem() {
    const offer = pushOffer();
    if (!offer) return [];
    const button = el('button', { type: 'button' }, icon('bell'), offer);
    button.onclick = () => {
      dialog.close();
      void changePush();
    };
    return [el('li', {}, button)];
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
    draw();
  });

  function draw() {
    const rows = [...(commands[side] ?? []).map(item), ...pushItem(), logOutItem()];
    dialog.replaceChildren(el('ul', {}, ...rows), textSizeRow());
  }
}
