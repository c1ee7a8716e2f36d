// The part of the service worker by which the page opens without a line: its own files and the pictures that were seen.
// What was said is kept by the page itself. All files of this folder are one worker; each is a block of its own.
{
  /**
   * @typedef {object} FetchEvent
   * @property {Request} request
   * @property {(response: Promise<Response>) => void} respondWith
   * @property {(work: Promise<unknown>) => void} waitUntil
   */
  /** @typedef {{ data: { is: string, page: string, urls: string[] }, waitUntil: (work: Promise<unknown>) => void }} KeepEvent */

  const PAGES = 'walnut-pages';
  const PHOTOS = 'walnut-photos';
  /** Small and phone-sized ones: some ten megabytes. */
  const MOST_PHOTOS = 300;
  /** On a line that is there and brings nothing, the kept page is shown after so long. */
  const PATIENCE_MS = 4_000;

  /** The newest page if the line brings one, else the one that was kept. @param {Request} request @param {string} path */
  async function openPage(request, path) {
    const kept = await caches.match(path, { cacheName: PAGES });
    const fetched = fetch(request).then(async (response) => {
      if (response.ok && !response.redirected) await keepPage(path, response.clone());
      return response;
    });
    if (!kept) return fetched;
    fetched.catch(() => undefined);
    const waited = new Promise((resolve) => setTimeout(() => resolve(undefined), PATIENCE_MS));
    return (await Promise.race([fetched.catch(() => undefined), waited])) ?? kept;
  }

  /** Keeps a page, and lets the files of earlier versions of it go. @param {string} path @param {Response} page */
  async function keepPage(path, page) {
    const store = await caches.open(PAGES);
    const version = /\/assets\/[\w-]+\//.exec(await page.clone().text())?.[0];
    await store.put(path, page);
    for (const { url } of await store.keys())
      if (url.includes('/assets/') && version && !url.includes(version)) await store.delete(url);
  }

  /** Files that never change under their address. @param {Request} request @param {string} name */
  async function openKept(request, name) {
    const kept = await caches.match(request, { cacheName: name });
    if (kept) return kept;
    const response = await fetch(request);
    if (mayKeep(response)) await keep(request, response.clone(), name);
    return response;
  }

  /** @param {Response} response */
  const mayKeep = (response) =>
    response.status === 200 && !(response.headers.get('cache-control') ?? '').includes('no-store');

  /** @param {Request} request @param {Response} response @param {string} name */
  async function keep(request, response, name) {
    const store = await caches.open(name);
    await store.put(request, response);
    if (name !== PHOTOS) return;
    const oldest = (await store.keys()).slice(0, -MOST_PHOTOS);
    for (const one of oldest) await store.delete(one);
  }

  /** Keeps what a page had loaded before there was a worker; the page itself last, when all that it needs is there. */
  /** @param {string} page @param {string[]} urls */
  async function keepAll(page, urls) {
    const files = urls.flatMap((url) => {
      const name = storeFor(new URL(url).pathname);
      return name ? [openKept(new Request(url), name)] : [];
    });
    await Promise.allSettled(files);
    await keepPage(page, await fetch(page));
  }

  /** @param {string} path */
  const isPage = (path) => path === '/' || path === '/seller';

  /** @param {string} path */
  function storeFor(path) {
    if (/^\/(?:assets|fonts)\/|^\/(?:manifest|icon)/.test(path)) return PAGES;
    return path.startsWith('/api/media/') ? PHOTOS : undefined;
  }

  addEventListener('fetch', (raw) => {
    const event = /** @type {FetchEvent} */ (/** @type {unknown} */ (raw));
    const { request } = event;
    const { origin, pathname } = new URL(request.url);
    if (request.method !== 'GET' || origin !== location.origin) return;
    const name = storeFor(pathname);
    if (request.mode === 'navigate' && isPage(pathname)) event.respondWith(openPage(request, pathname));
    else if (name) event.respondWith(openKept(request, name));
  });

  addEventListener('message', (raw) => {
    const event = /** @type {KeepEvent} */ (/** @type {unknown} */ (raw));
    if (event.data.is === 'keep') event.waitUntil(keepAll(event.data.page, event.data.urls));
  });
}
