// A new worker takes over at once: the parts of this folder change nothing that an open page relies on.
{
  /** @typedef {{ skipWaiting: () => Promise<void>, clients: { claim: () => Promise<void> } }} WorkerScope */
  /** @typedef {{ waitUntil: (work: Promise<unknown>) => void }} ExtendableEvent */

  const scope = /** @type {WorkerScope} */ (/** @type {unknown} */ (globalThis));
  addEventListener('install', () => void scope.skipWaiting());
  addEventListener('activate', (raw) => {
    const event = /** @type {ExtendableEvent} */ (/** @type {unknown} */ (raw));
    event.waitUntil(scope.clients.claim());
  });
}
