import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Mouth, onTelegram, onWeb, type Shown } from '../conformance/channel.ts';
import { sellerOfWalnuts } from '../support/stall.ts';
import type { PrivateChat } from '../support/telegram/interface.ts';
import { startWalnut, type Walnut } from '../support/walnut.ts';

// An action is one message or one tap; /start counts.

let walnut: Walnut;
let seller: PrivateChat;
const closing: (() => Promise<void>)[] = [];

beforeAll(async () => {
  walnut = await startWalnut();
  seller = await sellerOfWalnuts(walnut, '核桃 15元一斤 有2000斤');
});

afterAll(async () => {
  for (const close of closing) await close();
  await walnut.stop();
});

interface Language {
  readonly tag: string;
  readonly order: string;
  readonly next: string;
  /** Of the buyer of that number: everybody has a phone and a home of their own. */
  address(number: number): string;
  readonly says: {
    readonly home: string;
    readonly where: string;
    readonly card: string;
    readonly placed: string;
    readonly live: string;
  };
  readonly taps: {
    readonly confirm: RegExp;
    readonly more: string;
    readonly families: string;
    readonly family: string;
    readonly follow: RegExp;
    readonly buy: RegExp;
  };
}

const english: Language = {
  tag: 'en',
  order: 'walnuts 50 kg',
  next: '3 kg walnuts',
  address: (number) => `Li Lei, 1380000${1_000 + number}, ${number} Taoyuan Road, Yingze District, Taiyuan`,
  says: {
    home: 'Welcome to',
    where: 'name, phone and address',
    card: 'Please check',
    placed: 'Ordered',
    live: 'is live!',
  },
  taps: {
    confirm: /^✅ Confirm/,
    more: '☰ More',
    families: '👨‍🌾 Families',
    family: '王秀英家 family',
    follow: /^⭐ Follow, /,
    buy: /^🛒/,
  },
};

const chinese: Language = {
  tag: 'zh-CN',
  order: '核桃 50公斤',
  next: '来三斤核桃',
  address: (number) => `王芳 1380000${1_000 + number} 太原市迎泽区桃园路${number}号`,
  says: { home: '欢迎来到', where: '姓名、电话、地址', card: '请核对', placed: '下单成功', live: '开播' },
  taps: {
    confirm: /^✅ 确认下单/,
    more: '☰ 更多',
    families: '👨‍🌾 农户',
    family: '王秀英家',
    follow: /^⭐ 关注，/,
    buy: /^🛒/,
  },
};

/** Somebody who counts what they do. */
interface Counted {
  readonly mouth: Mouth;
  says(text: string, heard: string): Promise<void>;
  taps(label: RegExp | string, heard: string): Promise<void>;
  /** How many actions since the last time it was asked. */
  count(): number;
}

const drawn = ({ text, buttons }: Shown): string => JSON.stringify([text, buttons]);

function counted(mouth: Mouth): Counted {
  let actions = 0;
  const labelled = (label: RegExp): string => {
    const labels = mouth.shown().flatMap(({ buttons }) => buttons);
    const found = labels.findLast((one) => label.test(one));
    if (!found) throw new Error(`no button like ${label} among ${labels.join(', ')}`);
    return found;
  };
  /** Does it, and waits until something new says `heard`. */
  const act = async (deed: () => Promise<void>, heard: string): Promise<void> => {
    actions += 1;
    const before = mouth.shown().map(drawn);
    await deed();
    const isHeard = () =>
      mouth.shown().some((one, i) => drawn(one).includes(heard) && drawn(one) !== before[i]);
    await expect.poll(isHeard, { timeout: 5_000 }).toBe(true);
  };
  return {
    mouth,
    says: (text, heard) => act(() => mouth.says(text), heard),
    taps: (label, heard) => act(() => mouth.taps(typeof label === 'string' ? label : labelled(label)), heard),
    count() {
      const now = actions;
      actions = 0;
      return now;
    },
  };
}

const channels = [
  {
    channel: 'Telegram',
    async open(tag: string): Promise<Mouth> {
      const person = walnut.telegram.person({ first_name: 'Li', language_code: tag });
      return onTelegram(person.chatWith(walnut.buyerBot));
    },
  },
  {
    channel: 'the web chat',
    async open(tag: string): Promise<Mouth> {
      const { close, ...mouth } = await onWeb(walnut, 'buyer', undefined, tag);
      closing.push(close);
      return mouth;
    },
  },
];

let buyers = 0;

/** Orders for the first time, so that the address is known. */
async function orders(buyer: Counted, { order, address, says, taps }: Language): Promise<void> {
  await buyer.says('/start', says.home);
  await buyer.says(order, says.where);
  buyers += 1;
  await buyer.says(address(buyers), says.card);
  await buyer.taps(taps.confirm, says.placed);
}

async function follows(buyer: Counted, { says, taps }: Language): Promise<void> {
  await buyer.says('/start', says.home);
  await buyer.taps(taps.more, taps.families);
  await buyer.taps(taps.families, '王秀英家');
  await buyer.taps(taps.family, '王秀英家');
  await buyer.taps(taps.follow, '王秀英家');
}

describe.each(channels)('on $channel', ({ open }) => {
  it.each([english, chinese])(
    '50 kg of walnuts take 4 actions, and 2 the next time ($tag)',
    async (language) => {
      const { says, taps, next } = language;
      const buyer = counted(await open(language.tag));
      await orders(buyer, language);
      expect(buyer.count()).toBe(4);

      await buyer.says(next, says.card);
      await buyer.taps(taps.confirm, says.placed);
      expect(buyer.count()).toBe(2);
    },
  );
});

describe('from an alert', () => {
  it('an order takes 2 actions, in both languages and channels', async () => {
    const everybody = channels.flatMap((channel) =>
      [english, chinese].map((language) => ({ ...channel, language })),
    );
    const followers = await Promise.all(
      everybody.map(async ({ channel, open, language }) => {
        const buyer = counted(await open(language.tag));
        await orders(buyer, language);
        await follows(buyer, language);
        return { buyer, language, channel };
      }),
    );
    seller.says('/live https://live.example.org/xiuying');
    for (const { buyer, language, channel } of followers) {
      const { says, taps } = language;
      await buyer.mouth.hears(says.live);
      buyer.count();
      await buyer.taps(taps.buy, says.card);
      await buyer.taps(taps.confirm, says.placed);
      expect(buyer.count(), `${channel}, ${language.tag}`).toBe(2);
    }
  });
});
