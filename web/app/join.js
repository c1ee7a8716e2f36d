import { byId } from './dom.js';

/** @type {Record<'zh' | 'en', Record<'title' | 'text' | 'button' | 'failed', string>>} */
const words = {
  zh: {
    title: '欢迎加入',
    text: '村里请您来 Walnut 开一个小铺。点下面的按钮，这台设备就成了您的铺面：在这里上货、接单、开播。邀请只能用一次，请在自己的手机或电脑上打开。',
    button: '开铺',
    failed: '没连上，请再点一次。',
  },
  en: {
    title: 'Welcome',
    text: 'The village invites you to open a shop on Walnut. With the button below this device becomes your counter: post goods, take orders and go live here. The invite works once, so use it on your own phone or computer.',
    button: 'Open my shop',
    failed: 'No connection. Please tap again.',
  },
};

const locale = navigator.language.startsWith('zh') ? 'zh' : 'en';
const said = words[locale];
const button = byId('open', HTMLButtonElement);
const trouble = byId('trouble', HTMLElement);

document.documentElement.lang = locale;
document.title = said.title;
byId('title', HTMLElement).textContent = said.title;
byId('text', HTMLElement).textContent = said.text;
button.textContent = said.button;
button.onclick = () => void join();

/** Spends the invite. The page's address holds it, so the page leaves the browser's history. */
async function join() {
  button.disabled = true;
  trouble.textContent = '';
  try {
    const response = await fetch(location.pathname, { method: 'POST' });
    if (!response.ok) throw new Error(String(response.status));
    const { to } = await response.json();
    location.replace(to);
  } catch {
    trouble.textContent = said.failed;
    button.disabled = false;
  }
}
