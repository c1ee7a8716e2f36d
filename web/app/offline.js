// Lets the page open without a line: registers the service worker, and has it keep what was loaded before there was one.

/** The worker, which also shows alerts. @returns {Promise<ServiceWorkerRegistration>} */
export async function registerWorker() {
  await navigator.serviceWorker.register(workerUrl(), { scope: '/' });
  return navigator.serviceWorker.ready;
}

/** Addresses that the worker knows how to keep. */
const KEPT = /\/(?:assets|fonts|api\/media)\//;

/** Whether a worker brought this very page: then it kept what it brought. One that took over since has kept nothing of it. */
const isBrought = Boolean(navigator.serviceWorker?.controller);

/** Of browsers without service workers, and on plain http, nothing is asked. */
export async function keepForOffline() {
  if (!('serviceWorker' in navigator) || isBrought) return;
  const { active } = await registerWorker();
  const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
  const urls = [...new Set(loaded.filter((name) => KEPT.test(name)))];
  active?.postMessage({ is: 'keep', page: location.pathname, urls });
}

/** @type {string | undefined} */
let url;

/** The page makes no script from strings but this one address. */
function workerUrl() {
  url ??= trustedUrl('/worker.js');
  return url;
}

/** @param {string} url */
function trustedUrl(url) {
  /** @type {{ createPolicy: (name: string, rules: object) => { createScriptURL: (url: string) => string } } | undefined} */
  const types = Reflect.get(globalThis, 'trustedTypes');
  return types?.createPolicy('worker', { createScriptURL: () => url }).createScriptURL(url) ?? url;
}
