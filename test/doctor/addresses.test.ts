import { describe, expect, it } from 'vitest';
import { checkPush } from '../../src/doctor/services.ts';
import { examine, nowhere } from './examine.ts';

describe('the doctor and the public address', () => {
  const bot = {
    ...nowhere,
    TELEGRAM_API_ROOT: 'https://telegram.invalid',
    BUYER_BOT_TOKEN: '123456789:hush-hush-1',
  };

  it.each([
    ['https://127.0.0.1', 'only your own network'],
    ['https://192.168.1.20', 'only your own network'],
    ['https://[fd00::1]', 'only your own network'],
    ['https://127.0.0.1:3000', 'does not post to port 3000'],
    ['https://shop.invalid', 'nobody knows the name'],
  ])('%s is not one that Telegram can post to', async (publicUrl, said) => {
    const findings = await examine({ ...bot, PUBLIC_URL: publicUrl });
    expect(findings['public address']).toMatchObject({ is: 'wrong', said: expect.stringContaining(said) });
  });

  it('lets the web chat alone live in one’s own network', async () => {
    const findings = await examine({ ...nowhere, PUBLIC_URL: 'https://192.168.1.20:3000' });
    expect(findings['public address']).toMatchObject({ is: 'fine', said: 'https://192.168.1.20:3000' });
  });
});

describe('the doctor and alerts for when the page is closed', () => {
  it.each([
    ['https://shop.example', 'fine', /also when the page is closed/],
    ['http://shop.example', 'off', /not https: Chrome/],
    [undefined, 'off', /PUBLIC_URL is not set/],
  ])('with PUBLIC_URL %s', (publicUrl, is, said) => {
    const http = { host: '127.0.0.1', port: 3000, trustProxy: false, publicUrl };
    expect(checkPush(http)).toMatchObject({ is, said: expect.stringMatching(said) });
  });
});
