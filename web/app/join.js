import { byId } from './dom.js';
import { bringFonts } from './fonts.js';
import { inEveryLanguage, setLocale, word } from './words.js';

const button = byId('open', HTMLButtonElement);
const trouble = byId('trouble', HTMLElement);

setLocale(navigator.language.startsWith('zh') ? 'zh' : 'en');
button.onclick = () => void join();
/** What the invite is to; asked without spending it. @type {{ to: 'seller' | 'helper' | 'office', name: { zh: string, en: string } } | null | undefined} */
let invite;
inEveryLanguage(show);
void ask();
bringFonts();

function show() {
  document.title = word('join-title');
  byId('title', HTMLElement).textContent = word('join-title');
  button.textContent = word('join-button');
  byId('text', HTMLElement).textContent =
    invite === undefined
      ? ''
      : invite === null
        ? word('join-spent')
        : word(`join-${invite.to}`, { name: named() });
}

const named = () => invite?.name[document.documentElement.lang.startsWith('zh') ? 'zh' : 'en'] ?? '';

async function ask() {
  invite = await fetch(`/api${location.pathname}`)
    .then((response) => (response.ok ? response.json() : null))
    .catch(() => undefined);
  show();
}

/** Spends the invite. The page's address holds it, so the page leaves the browser's history. */
async function join() {
  button.disabled = true;
  trouble.textContent = '';
  try {
    const response = await fetch(location.pathname, { method: 'POST' });
    if (response.ok) return location.replace((await response.json()).to);
    trouble.textContent = word(response.status === 403 ? 'foreign-origin' : 'join-failed');
  } catch {
    trouble.textContent = word('join-failed');
  }
  button.disabled = false;
}
