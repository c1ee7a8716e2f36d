import type { LookupAddress } from 'node:dns';
import { describe, expect, it } from 'vitest';
import {
  createPublicLookup,
  isPublicAddress,
  isPushEndpoint,
} from '../../../../src/bots/web/push/endpoints.ts';
import { createPushPost } from '../../../../src/bots/web/push/post.ts';

describe('the address of a push service', () => {
  it.each([
    'https://fcm.googleapis.com/fcm/send/abc:def',
    'https://updates.push.services.mozilla.com/wpush/v2/abc',
    'https://web.push.apple.com/QGabc',
    'https://wns2-par02p.notify.windows.com/w/?token=abc',
  ])('is taken where it is a public one: %s', (endpoint) => expect(isPushEndpoint(endpoint)).toBe(true));

  it.each([
    'http://fcm.googleapis.com/send/a',
    'https://localhost/send',
    'https://shop.localhost./send',
    'https://redis.internal/send',
    'https://printer/send',
    'https://127.0.0.1/send',
    'https://2130706433/send',
    'https://0x7f.1/send',
    'https://[::1]/send',
    'https://[::ffff:10.0.0.1]/send',
    'https://8.8.8.8/send',
    'https://push.example.org:6379/send',
    'https://user:word@push.example.org/send',
    `https://push.example.org/${'a'.repeat(1_000)}`,
    'javascript:alert(1)',
    '',
  ])('is refused where it leads into our own network or is none: %s', (endpoint) =>
    expect(isPushEndpoint(endpoint)).toBe(false),
  );

  it.each([
    ...['10.1.2.3', '127.0.0.1', '169.254.169.254', '172.31.0.1', '192.168.1.1', '100.64.0.1', '0.0.0.0'],
    ...[
      '224.0.0.1',
      '255.255.255.255',
      '::1',
      '::',
      'fd00::1',
      'fe80::1',
      '::ffff:127.0.0.1',
      '64:ff9b::a00:1',
    ],
    ...['2002:7f00:1::', 'ff02::1', 'not an address'],
  ])('is not public: %s', (address) => expect(isPublicAddress(address)).toBe(false));

  it.each(['8.8.8.8', '142.250.185.74', '2a00:1450:4001:830::200a'])('is public: %s', (address) =>
    expect(isPublicAddress(address)).toBe(true),
  );

  it('is refused after its name was looked up, where one of the addresses is our own', async () => {
    const found = (...addresses: string[]) =>
      createPublicLookup((_name, _options, callback) =>
        callback(
          null,
          addresses.map((address): LookupAddress => ({ address, family: 4 })),
        ),
      );
    const ask = (lookup: ReturnType<typeof found>) =>
      new Promise((resolve) =>
        lookup('push.example.org', {}, (error, address) => resolve(error?.message ?? address)),
      );
    expect(await ask(found('8.8.8.8'))).toBe('8.8.8.8');
    expect(await ask(found('8.8.8.8', '127.0.0.1'))).toMatch(/not a public address/);
    const post = createPushPost(undefined, found('127.0.0.1'));
    const answer = await post('https://push.example.org/send', {}, new Uint8Array());
    expect(answer).toEqual({ why: 'push.example.org is not a public address' });
  });
});
