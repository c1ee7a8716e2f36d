import { afterEach, expect, it } from 'vitest';
import { visit } from '../bots/web/visitor.ts';
import { startProcess, type WalnutProcess } from '../support/process.ts';
import { startWalnut, type Walnut } from '../support/walnut.ts';

let walnut: Walnut;
let processes: WalnutProcess[] = [];

afterEach(async () => {
  for (const one of processes) await one.kill('SIGTERM');
  processes = [];
  await walnut.stop();
});

it('tells a browser of one process what the jobs of another have to say', async () => {
  walnut = await startWalnut({ webhooks: true });
  await walnut.app.stop();
  processes = [
    await startProcess(walnut.settings, ['serve', '--roles', 'web,bots']),
    await startProcess({ ...walnut.settings, PORT: '0' }, ['serve', '--roles', 'jobs']),
  ];
  const { id, payload } = await walnut.inviteSeller('王秀英家');
  const seller = walnut.telegram
    .person({ first_name: '秀英', language_code: 'zh-hans' })
    .chatWith(walnut.sellerBot);
  seller.starts(payload);
  await seller.waitsFor('欢迎，王秀英家');

  const buyer = await visit(walnut.settings.PUBLIC_URL ?? '', 'buyer', { 'accept-language': 'en' });
  const page = await buyer.listen();
  await buyer.event({ is: 'command', name: 'start', rest: '' });
  const home = await page.until((messages) => messages[0]);
  await buyer.event({ is: 'tap', action: `follow/${id}`, message: home.id });
  await page.until((messages) =>
    messages.some(({ buttons }) => buttons.flat().some(({ label }) => label === '✖️ Unfollow')),
  );

  seller.says('/live https://live.example.org/xiuying');
  await seller.waitsFor('您开播了');
  const alert = await page.until((messages) => messages.find(({ html }) => html.includes('is live!')));
  expect(alert.buttons.flat().map(({ label }) => label)).toContain('▶️ Watch');
  await page[Symbol.asyncDispose]();
});
