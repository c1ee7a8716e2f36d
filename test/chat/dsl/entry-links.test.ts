import { expect, it } from 'vitest';
import { createEntryLinks } from '../../../src/chat/dsl/entry-links.ts';

const village = createEntryLinks({
  botName: (side) => (side === 'buyer' ? 'walnut_bot' : undefined),
  web: () => 'https://walnut.example',
  localWeb: () => 'http://127.0.0.1:3000',
});

it('leads buyers to the bot first, and to the same thing in the browser', () => {
  expect(village.to('buyer', 'p_abc')).toEqual([
    'https://t.me/walnut_bot?start=p_abc',
    'https://walnut.example/?start=p_abc',
  ]);
});

it('leads an invited seller to the page that spends the invite only when its button is pressed', () => {
  expect(village.to('seller', 'i_token')).toEqual(['https://walnut.example/join/token']);
});

it('leads nowhere as long as nothing is known', () => {
  const nowhere = createEntryLinks({
    botName: () => undefined,
    web: () => undefined,
    localWeb: () => undefined,
  });
  expect(nowhere.to('buyer', 'p_abc')).toEqual([]);
});

it('sends nobody an address that only this machine knows, unless there is no other', () => {
  const athome = createEntryLinks({
    botName: (side) => (side === 'seller' ? 'walnut_seller_bot' : undefined),
    web: () => undefined,
    localWeb: () => 'http://127.0.0.1:3000',
  });
  const bot = 'https://t.me/walnut_seller_bot?start=i_token';
  expect(athome.toSend('seller', 'i_token')).toEqual([bot]);
  expect(athome.to('seller', 'i_token')).toEqual([bot, 'http://127.0.0.1:3000/join/token']);
  expect(athome.toSend('buyer', 'p_abc')).toEqual(['http://127.0.0.1:3000/?start=p_abc']);
});
