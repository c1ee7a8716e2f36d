import { describe, expect, it } from 'vitest';
import { testClock } from '../support/clock.ts';
import { openHousehold } from '../support/household.ts';
import { hears, newBuyer, putsOnSale, withCard } from '../support/stall.ts';

// What buyers say in one breath is done in full: nothing of it is lost, and nothing is taken for something else.

const clock = testClock();
const { walnut, seller } = openHousehold({ clock });

describe('what is said behind an amount', () => {
  it.each([
    ['再来1斤核桃，家里白天没人，晚上六点后再送', '家里白天没人，晚上六点后再送'],
    ['核桃2斤，快递单上别写品名，给媳妇儿个惊喜', '快递单上别写品名，给媳妇儿个惊喜'],
    ['walnuts 1 kg, no bruised ones please', 'no bruised ones please'],
  ])('stands in the note: %s', async (said, note) => {
    const buyer = await withCard(await newBuyer(walnut));
    const card = await hears(buyer, said, 'Please check');
    expect(card.text).toContain(`💬 ${note}`);
    expect(card.text).toContain('Walnut 1 kg');
  });

  it('is not in the way of an amount alone', async () => {
    const buyer = await withCard(await newBuyer(walnut));
    await hears(buyer, '核桃', 'left');
    const card = await hears(buyer, '要得，四斤，莫打烂哒', 'Please check');
    expect(card.text).toContain('Walnut 2 kg');
    expect(card.text).toContain('莫打烂哒');
  });

  it('is not lost where nobody knows yet where it goes', async () => {
    const buyer = await newBuyer(walnut);
    const card = await hears(buyer, '核桃4斤，莫打烂哒', 'Where to?');
    expect(card.text).toContain('💬 莫打烂哒');
  });

  it('halves the card', async () => {
    const buyer = await withCard(await newBuyer(walnut));
    await hears(buyer, '改成4斤', 'Walnut 2 kg');
    await hears(buyer, '哎呀拿回去吃不赢，减一半嘛', 'Walnut 1 kg');
  });
});

describe('where it goes', () => {
  it.each([
    '这回送我闺女那儿，孙蕾 13512345678 天津市南开区白堤路5号',
    '送我姐那儿：孙蕾 13512345678 太原市万柏林区白堤路5号',
  ])('is no haggling and no other country: %s', async (said) => {
    const buyer = await withCard(await newBuyer(walnut));
    const card = await hears(buyer, said, '白堤路5号');
    expect(card.text).toContain('孙蕾');
    expect(card.text).toContain('Walnut 500 g');
  });

  it('is asked where somebody else lives elsewhere', async () => {
    const buyer = await withCard(await newBuyer(walnut));
    await hears(buyer, '给我老姐姐捎两斤核桃，她住石家庄', 'Where to?');
  });

  it('makes an order of what so much costs there', async () => {
    const buyer = await newBuyer(walnut);
    await hears(buyer, '3斤核桃寄到广州一共多少钱', '¥45');
    const card = await hears(buyer, '咁就寄啦，陳志強 13922223333 廣州市越秀區北京路168號', 'Please check');
    expect(card.text).toContain('Walnut 1.5 kg · ¥45');
    expect(card.text).toContain('北京路168號');
  });

  it('is kept alone by who buys nothing yet', async () => {
    const buyer = await newBuyer(walnut);
    await hears(buyer, '3斤核桃寄到广州一共多少钱', '¥45');
    const said = '先不买，地址存一下：陈志强 13922223333 广州市越秀区北京路168号';
    const answer = await hears(buyer, said, '北京路168号');
    expect(answer.text).not.toContain('Walnut 1.5 kg');
  });

  it('is asked what it costs, for a place whose name ends like “all”', async () => {
    const buyer = await newBuyer(walnut);
    await hears(buyer, '3斤核桃寄到成都要多少邮费', /Sichuan|四川/u);
  });
});

describe('of what was shown', () => {
  it('a part of its name is enough', async () => {
    await putsOnSale(walnut, seller, '枣花蜜 68元一罐 有20罐');
    await putsOnSale(walnut, seller, '荆条蜜 58元一罐 有20罐');
    const buyer = await newBuyer(walnut);
    await hears(buyer, '有蜂蜜吗', '2 things');
    const card = await hears(buyer, '棗花嗰隻，要一罐，唔該', 'Please check');
    expect(card.text).toContain('¥68');
  });

  it('one and the other have their amounts', async () => {
    await putsOnSale(walnut, seller, '枣花蜜 68元一斤 有20斤');
    await putsOnSale(walnut, seller, '荆条蜜 58元一斤 有20斤');
    const buyer = await newBuyer(walnut);
    const told = await hears(buyer, '請問兩種蜜差在哪裡？', '68');
    expect(told.text).toContain('58');
    const card = await hears(buyer, '了解～那棗花蜜兩斤，另外那種先一斤試試', 'Please check');
    expect(card.text).toContain('¥136');
    expect(card.text).toContain('¥58');
  });
});

describe('what is in sight', () => {
  it.each(['它来一斤，再拿2斤红枣', '这个一斤，红枣2斤', '红枣来2斤，这个也来一斤'])(
    'is ordered beside what is named: %s',
    async (said) => {
      await putsOnSale(walnut, seller, '红枣 16元一斤 有100斤');
      const buyer = await withCard(await newBuyer(walnut));
      await hears(buyer, '核桃不要了', 'cart is empty');
      await hears(buyer, '核桃', 'left');
      const card = await hears(buyer, said, 'Please check');
      expect(card.text).toContain('Walnut 500 g');
      expect(card.text).toContain('Jujube 1 kg');
    },
  );
});

describe('goods that nobody names', () => {
  it.each(['有没有啥嗑着玩的', 'got anything to snack on?'])('are found by their use: %s', async (said) => {
    const buyer = await newBuyer(walnut);
    const found = await hears(buyer, said, /found|things? for|左右|“/u);
    expect(
      found.buttons
        .flat()
        .map(({ label }) => label)
        .join('\n'),
    ).toContain('Walnut ¥30');
  });

  it('are those of the question before', async () => {
    const buyer = await newBuyer(walnut);
    const card = await hears(buyer, 'are your walnuts from this year? put me down for 2 kg', 'Please check');
    expect(card.text).toContain('Walnut 2 kg · ¥60');
  });
});

it('what has no amount is asked about, and is no story', async () => {
  await putsOnSale(walnut, seller, '红枣 16元一斤 有100斤');
  const buyer = await newBuyer(walnut);
  const asked = await hears(buyer, '核桃3斤，红枣', 'Jujube');
  expect(asked.text).toContain('Walnut 1.5 kg');
});

describe('one thing for another', () => {
  it.each(['scrap that, 2 kg of jujubes instead', '不对，我说的是红枣'])('goes: %s', async (said) => {
    await putsOnSale(walnut, seller, '红枣 16元一斤 有100斤');
    const buyer = await withCard(await newBuyer(walnut));
    const card = await hears(buyer, said, 'Jujube');
    expect(card.text).not.toContain('Walnut 500 g ·');
  });
});

describe('a part of the address', () => {
  it('is put right on the card', async () => {
    const buyer = await newBuyer(walnut);
    await hears(buyer, '核桃 1斤', 'Where to?');
    await hears(buyer, '王芳 13800001234 太原市迎泽区桃园路88号', 'Please check');
    const card = await hears(buyer, '哎呀门牌打错哒，98号才对，不是88号', '桃园路98号');
    expect(card.text).toContain('王芳 13800001234');
  });
});
