import { afterEach, expect, it } from 'vitest';
import type { ProcessRole } from '../../src/app/roles.ts';
import { startWalnut, type Walnut } from '../support/walnut.ts';

let walnut: Walnut;
afterEach(() => walnut.stop());

const greets = async (): Promise<void> => {
  const buyer = walnut.telegram.person({ first_name: 'Ann', language_code: 'en' }).chatWith(walnut.buyerBot);
  buyer.starts();
  await buyer.waitsFor('Welcome to Lingtou');
};

it('with a public address, the process that serves the web takes what Telegram posts there', async () => {
  walnut = await startWalnut({ webhooks: true, roles: ['web', 'jobs'] });
  expect(walnut.buyerBot.webhookUrl()).toBe(`${walnut.settings.PUBLIC_URL}/telegram/buyer`);
  await greets();
});

it('with a public address, a process that only runs bots leaves the updates to that one', async () => {
  const roles: ProcessRole[] = ['bots', 'jobs'];
  walnut = await startWalnut({ webhooks: true, roles });
  expect(walnut.buyerBot.webhookUrl()).toBeUndefined();
  expect(walnut.app.url).toBeUndefined();
});

it('without one, bots ask for updates, and a web process has no place to post them to', async () => {
  walnut = await startWalnut({ roles: ['web', 'bots'] });
  await greets();
  await walnut.stop();
  walnut = await startWalnut({ roles: ['web'] });
  const update = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"update_id":1}' };
  expect((await fetch(`${walnut.app.url}/telegram/buyer`, update)).status).toBe(404);
});
