import { byId } from './dom.js';

/** @type {Record<'zh' | 'en', Record<'title' | 'text' | 'button' | 'failed' | 'foreign', string>>} */
const words = {
  zh: {
    title: '欢迎加入',
    text: '请您来 Walnut 一起卖村里的货：自家开铺，给邻居帮忙，或者在村里服务站。点下面的按钮，就在这台设备上干活，替谁家、能做什么，进去就看到。邀请只能用一次，请在自己的手机或电脑上打开。',
    button: '开始',
    failed: '没连上，请再点一次。',
    foreign: '这个网址不对，请用村里给的网址打开。',
  },
  en: {
    title: 'Welcome',
    text: 'You are invited to sell the village’s goods on Walnut: in a shop of your own, helping a neighbour, or in the village office. The button below starts on this device; for whom you act and what you may do is shown inside. The invite works once, so use it on your own phone or computer.',
    button: 'Start',
    failed: 'No connection. Please tap again.',
    foreign: 'This is not the shop’s own address: please open the link as you were given it.',
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
    if (response.ok) return location.replace((await response.json()).to);
    trouble.textContent = response.status === 403 ? said.foreign : said.failed;
  } catch {
    trouble.textContent = said.failed;
  }
  button.disabled = false;
}
