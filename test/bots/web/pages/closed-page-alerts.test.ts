import { describe, expect, it } from 'vitest';
import { log, usePages } from './pages.ts';

const pages = usePages();

describe('being told when the page is closed', () => {
  it('are switched on by a tap, shown by the worker, and lead to their message', async () => {
    const page = await pages.visit('/', { serviceWorkers: 'allow' });
    await log(page).getByText('欢迎来到').waitFor();
    await page.context().grantPermissions(['notifications'], { origin: pages.house.url });
    // Headless Chromium has no push service, and so no subscription.
    await page.evaluate(() => {
      const made = { endpoint: 'https://push.example.org/send/1', toJSON: () => ({}) };
      const point = btoa(`\x04${'k'.repeat(64)}`)
        .replaceAll('+', '-')
        .replaceAll('/', '_')
        .replace(/=+$/, '');
      const keys = { p256dh: point, auth: btoa('a'.repeat(16)).replace(/=+$/, '') };
      PushManager.prototype.subscribe = async () =>
        Object.assign(Object.create(PushSubscription.prototype), {
          toJSON: () => ({ endpoint: made.endpoint, keys }),
        });
    });
    await page.getByRole('button', { name: '菜单' }).click();
    await page.getByRole('button', { name: '关了这页也通知我' }).click();
    await page.getByText('好了：关了这页').waitFor();
    expect(await pages.house.appContext.db.pushSubscription.count()).toBe(1);

    const session = await page.context().newCDPSession(page);
    const registered = new Promise<string>((resolve) =>
      session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
        const [first] = registrations;
        if (first) resolve(first.registrationId);
      }),
    );
    await session.send('ServiceWorker.enable');
    const registrationId = await registered;
    const deliver = (open = '/#message-x') =>
      session.send('ServiceWorker.deliverPushMessage', {
        origin: pages.house.url,
        registrationId,
        data: JSON.stringify({ title: '王秀英开播了', text: '新核桃', tag: 'one', open }),
      });
    // Headless Chromium shows no notifications: what the worker asks for is kept.
    const [worker = await page.context().waitForEvent('serviceworker')] = page.context().serviceWorkers();
    await worker.evaluate(() => {
      const shown: unknown[] = [];
      const self = globalThis as unknown as {
        shown: unknown[];
        registration: { showNotification: unknown };
        clients: { openWindow: unknown };
      };
      self.shown = shown;
      self.registration.showNotification = async (title: string, options: object) =>
        void shown.push({ title, ...options });
      self.clients.openWindow = async (path: string) => void shown.push(`opened ${path}`);
    });
    const shown = () => worker.evaluate(() => (globalThis as unknown as { shown: unknown[] }).shown);
    // Whoever looks at the chat sees the message there.
    await deliver();
    expect(await shown()).toEqual([]);
    await page.goto(`${pages.house.url}/seller`);
    await deliver();
    await expect
      .poll(shown)
      .toMatchObject([{ title: '王秀英开播了', body: '新核桃', tag: 'one', data: { open: '/#message-x' } }]);
    await worker.evaluate(() => {
      const notification = { close() {}, data: { open: '/#message-x' } };
      dispatchEvent(Object.assign(new Event('notificationclick'), { notification, waitUntil() {} }));
    });
    await expect.poll(shown).toContain('opened /#message-x');
    // A family at its own page sees there what is said to it; of its purchases it is told all the same.
    await deliver('/seller#message-y');
    await deliver();
    await expect.poll(async () => (await shown()).length).toBe(3);
    expect(JSON.stringify(await shown())).not.toContain('message-y');
  });
});
