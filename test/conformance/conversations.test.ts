import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { digitsChannel } from '../support/digits.ts';
import { startWalnut, type Walnut } from '../support/walnut.ts';
import { type Mouth, onPhone, onTelegram, onWeb } from './channel.ts';

// The same conversations through grammY, Telegraf and the web chat, over each one's real wire, and through the channel
// without buttons of examples/channel-sms.

const sms = { buyer: digitsChannel('buyer'), seller: digitsChannel('seller') };

let walnut: Walnut;
let closing: (() => Promise<void>)[] = [];

beforeAll(async () => {
  walnut = await startWalnut({ channels: [sms.buyer, sms.seller] });
});

afterAll(async () => {
  for (const close of closing) await close();
  await walnut.stop();
});

const newcomer = { first_name: 'Li', language_code: 'en' };

async function onWebClosed(side: 'buyer' | 'seller', join?: string): Promise<Mouth> {
  const { close, ...mouth } = await onWeb(walnut, side, join);
  closing = [...closing, close];
  return mouth;
}

interface ChannelUnderTest {
  readonly channel: string;
  /** What its first screen says. */
  readonly home: string;
  /** Where its first screen leads. */
  readonly doors: readonly string[];
  /** False: choices are numbered lines, a tap is a number, and nothing said is changed afterwards. */
  readonly hasButtons?: boolean;
  open(): Promise<Mouth>;
}

const BUYERS = ['What is on sale', 'My orders', 'More'];
const SELLERS = ['Orders', 'My products', 'I’m live', 'Plan a stream'];

const channels: readonly ChannelUnderTest[] = [
  {
    channel: 'the buyers’ bot (grammY)',
    home: 'Welcome to',
    doors: BUYERS,
    open: async () => onTelegram(walnut.telegram.person(newcomer).chatWith(walnut.buyerBot)),
  },
  {
    channel: 'the sellers’ bot (Telegraf)',
    home: 'Send a photo',
    doors: SELLERS,
    open: async () => {
      const { payload } = await walnut.inviteSeller('王家');
      const chat = walnut.telegram.person(newcomer).chatWith(walnut.sellerBot);
      chat.starts(payload);
      await chat.waitsFor('Send a photo');
      return onTelegram(chat);
    },
  },
  {
    channel: 'the web chat of buyers',
    home: 'Welcome to',
    doors: BUYERS,
    open: () => onWebClosed('buyer'),
  },
  {
    channel: 'the web chat of sellers',
    home: 'Send a photo',
    doors: SELLERS,
    open: async () => {
      const { payload } = await walnut.inviteSeller('李家');
      const mouth = await onWebClosed('seller', payload);
      await mouth.hears('Send a photo');
      return mouth;
    },
  },
  {
    channel: 'text messages of buyers (examples/channel-sms)',
    home: 'Welcome to',
    doors: BUYERS,
    hasButtons: false,
    open: async () => onPhone(sms.buyer.phone(() => walnut.app.engine)),
  },
  {
    channel: 'text messages of sellers (examples/channel-sms)',
    home: 'Send a photo',
    doors: SELLERS,
    hasButtons: false,
    open: async () => {
      const { payload } = await walnut.inviteSeller('张家');
      const phone = sms.seller.phone(() => walnut.app.engine);
      await phone.says(`/start ${payload}`);
      return onPhone(phone);
    },
  },
];

describe.each(channels)('$channel', ({ home, doors, hasButtons = true, open }) => {
  async function atHome(): Promise<Mouth> {
    const mouth = await open();
    const before = mouth.shown().length;
    await mouth.says('/start');
    await expect.poll(() => mouth.shown().length).toBe(before + 1);
    await mouth.hears(home);
    return mouth;
  }

  it('shows its first screen, which leads where people go first', async () => {
    const mouth = await atHome();
    const buttons = mouth.shown().at(-1)?.buttons ?? [];
    expect(doors.filter((door) => !buttons.some((label) => label.includes(door)))).toEqual([]);
  });

  it('puts the answer to a tap in the place of the screen that was tapped, or below it without buttons', async () => {
    const mouth = await atHome();
    const before = mouth.shown().length;
    const [label, words] =
      home === 'Welcome to' ? ['📦 My orders', 'You have no orders yet'] : ['❓ Help', '/language'];
    await mouth.taps(label);
    await mouth.hears(words);
    expect(mouth.shown()).toHaveLength(hasButtons ? before : before + 1);
  });

  it('changes its language at once, and back', async () => {
    const mouth = await atHome();
    await mouth.says('/language zh');
    await mouth.hears(home === 'Welcome to' ? '欢迎来到' : '发一张照片');
    await mouth.says('/language en');
    await mouth.hears(home);
  });

  it('meets a forged button kindly', async () => {
    const mouth = await atHome();
    await mouth.tapsForged('sell-the-village/1');
    await mouth.hears(hasButtons ? 'no longer works' : 'stands for nothing now');
  });

  it('meets an unknown command kindly', async () => {
    const mouth = await atHome();
    await mouth.says('/abracadabra');
    await mouth.hears('do not know that command');
  });

  it('meets what it cannot read kindly, and names a person after three misses', async () => {
    const mouth = await atHome();
    for (let miss = 0; miss < 2; miss += 1) {
      await mouth.sendsNonsense();
      await mouth.hears('tell me in words');
    }
    await mouth.sendsNonsense();
    await mouth.hears('somebody from the village will answer');
  });

  it('has nothing to cancel when nothing is asked', async () => {
    const mouth = await atHome();
    await mouth.says('/cancel');
    await mouth.hears('nothing to cancel');
  });

  it('answers quick messages in the order they were sent', async () => {
    const mouth = await atHome();
    const before = mouth.shown().length;
    await mouth.says('/help');
    await mouth.says('/language');
    await mouth.says('/cancel');
    await mouth.hears('nothing to cancel');
    const texts = mouth
      .shown()
      .slice(before)
      .map(({ text }) => text);
    expect(texts.map((text) => text.slice(0, 9))).toEqual([
      expect.any(String),
      '用哪种语言？ / ',
      'There is ',
    ]);
  });

  it('never lets markup in through what people say', async () => {
    const mouth = await atHome();
    await mouth.says('<b>核桃</b> & "quotes"');
    await expect.poll(() => mouth.shown().at(-1)?.text).not.toContain('Welcome to');
    expect(mouth.shown().at(-1)?.text).not.toContain('&amp;');
  });
});
