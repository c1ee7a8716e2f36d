/** @import { Locale } from './types.js' */

/** The words of the page itself; what the shop says comes from the server in the person's language. */
const words = {
  zh: {
    'buyer-title': '{village}',
    'seller-title': '{village} · 卖家',
    online: '在线',
    connecting: '正在连接…',
    typing: '正在输入…',
    'switch-language': 'Switch to English',
    'other-language': 'EN',
    log: '聊天记录',
    placeholder: '说点什么…',
    send: '发送',
    attach: '发照片',
    menu: '菜单',
    close: '关闭',
    photo: '照片',
    you: '你',
    shop: '{village}',
    sending: '正在发送',
    sent: '已发送',
    'not-sent': '没发出去，点一下重试',
    'new-messages': '新消息',
    'to-newest': '回到最新',
    today: '今天',
    yesterday: '昨天',
    offline: '没有网络。写的话会留着，连上就发。',
    demo: '演示：村庄和货品都是编的，不会真的收钱发货。',
    copied: '已复制，去粘贴给朋友吧',
    'tap-lost': '没连上网，请再点一次。',
    refused: '这条发不了。',
    'too-long': '太长了，最多 {limit} 字。',
    'foreign-origin': '这个网址不对，请用村里给的网址打开。',
    'too-large': '照片太大了：最大 10 MB、6000 万像素。',
    'not-a-picture': '这个文件打不开。请发 JPG、PNG 或 WebP 照片，或者把它截个图再发。',
    'photo-heic': '这是苹果手机的 HEIC 格式，我们打不开。请把照片截个图再发。',
    'too-many-photos': '一次最多 10 张照片。',
    earlier: '正在取更早的消息…',
    'menu-start': '首页',
    'menu-browse': '看看有什么',
    'menu-cart': '购物车',
    'menu-orders': '我的订单',
    'menu-sales': '订单',
    'menu-live': '直播',
    'menu-products': '我的货',
    'menu-me': '我的资料',
    'menu-addresses': '收货地址',
    'menu-pack': '装货单',
    'menu-takings': '卖了多少',
    'menu-delivery': '送货设置',
    'menu-help': '怎么用',
    'menu-person': '找人帮忙',
    'log-out': '退出登录',
    'log-out-sure': '退出后这个浏览器就不认得您了：原来的订单和聊天在这里看不到了，下次来是新的。退出吗？',
  },
  en: {
    'buyer-title': '{village}',
    'seller-title': '{village} · seller',
    online: 'online',
    connecting: 'connecting…',
    typing: 'typing…',
    'switch-language': '切换到中文',
    'other-language': '中',
    log: 'Conversation',
    placeholder: 'Message',
    send: 'Send',
    attach: 'Attach photos',
    menu: 'Menu',
    close: 'Close',
    photo: 'Photo',
    you: 'You',
    shop: '{village}',
    sending: 'Sending',
    sent: 'Sent',
    'not-sent': 'Not sent. Tap to retry',
    'new-messages': 'New messages',
    'to-newest': 'To the newest',
    today: 'Today',
    yesterday: 'Yesterday',
    offline: 'No network. What you write is kept and sent when you are back.',
    demo: 'Demo: the village and its goods are made up, nobody is charged and nothing is shipped.',
    copied: 'Copied',
    'tap-lost': 'No connection. Please tap again.',
    refused: 'This cannot be sent.',
    'too-long': 'Too long: at most {limit} characters.',
    'foreign-origin': 'This is not the shop’s own address: please open it at the one you were given.',
    'too-large': 'That photo is too large: at most 10 MB and 60 megapixels.',
    'not-a-picture': 'We cannot open that file. Please send a JPG, PNG or WebP photo, or a screenshot of it.',
    'photo-heic': 'That is an iPhone HEIC file, which we cannot open. Please send a screenshot of the photo.',
    'too-many-photos': 'At most 10 photos at a time.',
    earlier: 'Fetching earlier messages…',
    'menu-start': 'Home',
    'menu-browse': 'See what there is',
    'menu-cart': 'Cart',
    'menu-orders': 'My orders',
    'menu-sales': 'Orders',
    'menu-live': 'Live streams',
    'menu-products': 'My products',
    'menu-me': 'About me',
    'menu-addresses': 'My addresses',
    'menu-pack': 'Packing sheet',
    'menu-takings': 'Takings',
    'menu-delivery': 'Delivery',
    'menu-help': 'How it works',
    'menu-person': 'Get a person',
    'log-out': 'Log out',
    'log-out-sure':
      'This browser will not know you any more: your orders and this chat are not shown here again, and your next visit is a new one. Log out?',
  },
};

/** @typedef {keyof typeof words.zh & keyof typeof words.en} Word */

/** @type {Locale} */
let locale = 'zh';
/** @type {(() => void)[]} */
const listeners = [];

export const currentLocale = () => locale;

/** @param {Locale} wanted */
export function setLocale(wanted) {
  locale = wanted;
  document.documentElement.lang = wanted === 'zh' ? 'zh-Hans' : 'en';
  for (const listen of listeners) listen();
}

/**
 * Calls `listen` now and at every change of language.
 * @param {() => void} listen
 */
export function inEveryLanguage(listen) {
  listeners.push(listen);
  listen();
}

/**
 * @param {Word} key
 * @param {Record<string, string | number>} [values]
 */
export function word(key, values = {}) {
  return words[locale][key].replace(/\{(\w+)\}/g, (_all, name) => String(values[name] ?? ''));
}

/** @param {Date} at */
export const clockTime = (at) =>
  at.toLocaleTimeString(locale === 'zh' ? 'zh-CN' : 'en-GB', { hour: '2-digit', minute: '2-digit' });

/** @param {Date} at */
export function dayName(at) {
  const days = Math.round((midnight(new Date()) - midnight(at)) / 86_400_000);
  if (days === 0) return word('today');
  if (days === 1) return word('yesterday');
  const isThisYear = at.getFullYear() === new Date().getFullYear();
  return at.toLocaleDateString(locale === 'zh' ? 'zh-CN' : 'en-GB', {
    month: 'long',
    day: 'numeric',
    ...(!isThisYear && { year: 'numeric' }),
  });
}

/** @param {Date} at */
const midnight = (at) => new Date(at.getFullYear(), at.getMonth(), at.getDate()).getTime();
