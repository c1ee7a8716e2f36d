// The part of the service worker that shows what came while the page is closed. It keeps nothing, and fetches nothing.
{
  /**
   * What the shop tells (src/bots/web/push/channel.ts).
   * @typedef {{ title: string, text: string, tag: string, open: string }} Told
   */

  const worker = /** @type {any} */ (self);

  worker.addEventListener('push', (/** @type {any} */ event) => {
    event.waitUntil(show(read(event.data)));
  });

  worker.addEventListener('notificationclick', (/** @type {any} */ event) => {
    event.notification.close();
    event.waitUntil(open(event.notification.data?.open ?? '/'));
  });

  /** @param {{ json(): Told } | null} data @returns {Told} */
  function read(data) {
    try {
      const told = data?.json();
      if (told?.title) return told;
    } catch {
      // Not from us: there is something new all the same, for the service was asked to wake us.
    }
    return { title: 'Walnut', text: '', tag: 'walnut', open: '/' };
  }

  /** Whoever looks at the chat sees the message there. @param {Told} told */
  async function show({ title, text, tag, open }) {
    const pages = await worker.clients.matchAll({ type: 'window' });
    if (pages.some((/** @type {any} */ page) => page.visibilityState === 'visible' && isPage(page.url, open)))
      return;
    const look = { icon: '/icons/icon-192.png', badge: '/icons/badge-96.png' };
    await worker.registration.showNotification(title, { body: text, tag, data: { open }, ...look });
  }

  /** A page that is there comes to the front and shows the message; else a new one does. @param {string} path */
  async function open(path) {
    const pages = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
    const page = pages.find((/** @type {any} */ one) => isPage(one.url, path));
    if (!page) return worker.clients.openWindow(path);
    page.postMessage({ open: path });
    return page.focus();
  }

  /** Whether this is the page where the message stands: each side has its own. @param {string} url @param {string} path */
  const isPage = (url, path) => new URL(url).pathname === new URL(path, url).pathname;
}
