import { describe, expect, it } from 'vitest';
import { testClock } from '../support/clock.ts';
import { openHousehold } from '../support/household.ts';
import { hears } from '../support/stall.ts';

// What families say while the previews of their goods wait: that something was wrong, which goes on sale, and that they are called away.

const clock = testClock();
const { walnut, seller } = openHousehold({ clock });
const db = () => walnut.database.db;

const says = (words: string, answer: string | RegExp) => hears(seller, words, answer);
const called = (title: string) => db().product.findFirstOrThrow({ where: { title } });

describe('a preview that is not right yet', () => {
  it('has another price when that is said, and keeps its stock', async () => {
    await says('桑葚干 35一斤 有40斤', '没问题就点「上架」');
    await says('说错了 是38', '¥38/斤');
    expect(await called('桑葚干')).toMatchObject({ price: 3_800, priceQuantity: 500, onHand: 20_000 });
  });

  it('has its price for another unit, and what was denied is not taken', async () => {
    await says('干竹荪160一公斤 有10公斤', '没问题就点「上架」');
    await says('等下 写错咯 是160一斤 不是一公斤 货还是10公斤', '¥160/斤');
    expect(await called('干竹荪')).toMatchObject({ price: 16_000, priceQuantity: 500, onHand: 10_000 });
  });

  it('has another stock where that was the figure that is denied', async () => {
    await says('桑葚干 35一斤 有40斤', '没问题就点「上架」');
    await says('不是40是38', '还有 38斤');
    expect(await called('桑葚干')).toMatchObject({ price: 3_500, onHand: 19_000 });
  });

  it('gets more when more is said, and nothing of it is sold yet', async () => {
    await says('桑葚干 35一斤 有40斤', '没问题就点「上架」');
    await says('再加20斤', '还有 60斤');
    await says('核桃卖了3斤', '200斤 → 197斤');
    expect(await called('桑葚干')).toMatchObject({ onHand: 30_000 });
  });

  it('counts what its containers hold', async () => {
    await says('胡麻油三十五一桶，五斤装', '有多少');
    await says('有二十桶', '没问题就点「上架」');
    expect(await called('胡麻油')).toMatchObject({ measure: 'MASS', price: 3_500, onHand: 50_000 });
  });

  it('asks for its stock anew where it goes by the piece all of a sudden', async () => {
    await says('干葫芦 35一斤 有40斤', '没问题就点「上架」');
    await says('写错了，是论个卖，3块一个', '有多少');
    expect(await called('干葫芦')).toMatchObject({ measure: 'COUNT', price: 300, onHand: 0 });
  });
});

describe('two previews', () => {
  const offersTwo = () => says('沙果干14一斤有50斤，铁棍山药片40一斤有10斤', '铁棍山药片');

  it('one of them is taken back by a part of its name, and the other waits on', async () => {
    await offersTwo();
    await says('山药片先别上了，留着自家吃', '「铁棍山药片」没有上架');
    await seller.taps('✅ 上架：沙果干');
    await seller.waitsFor('沙果干 上架了');
    expect(await called('铁棍山药片')).toMatchObject({ status: 'archived' });
    expect(await called('沙果干')).toMatchObject({ status: 'on-sale', price: 1_400 });
  });

  it('both go on sale at a word', async () => {
    await offersTwo();
    await says('两个都上', '铁棍山药片 上架了');
    expect(await db().product.count({ where: { status: 'on-sale' } })).toBe(3);
  });

  it('each has its own word', async () => {
    await offersTwo();
    await says('第一个上第二个不要', '「铁棍山药片」没有上架');
    expect(await called('沙果干')).toMatchObject({ status: 'on-sale' });
  });

  it('which of them is asked where nothing says it', async () => {
    await offersTwo();
    await says('先不上了', '哪一个不上？');
    await says('山药片', '「铁棍山药片」没有上架');
    expect(await called('沙果干')).toMatchObject({ status: 'draft' });
  });

  it('a correction is for the other where that is said', async () => {
    await offersTwo();
    await says('另外那个是12块一斤', '¥12/斤');
    expect(await called('沙果干')).toMatchObject({ price: 1_200 });
    expect(await called('铁棍山药片')).toMatchObject({ price: 4_000 });
  });

  it('are told by their order, whatever was spoken of last', async () => {
    await offersTwo();
    await says('山药片改成42', '¥42/斤');
    await says('前面那个是15', '¥15/斤');
    expect(await called('铁棍山药片')).toMatchObject({ price: 4_200 });
    await says('行，两个都上吧', '铁棍山药片 上架了');
    expect(await db().product.count({ where: { status: 'on-sale' } })).toBe(3);
  });

  it('what has no price yet is not lost, and is given its own', async () => {
    await says('烘笋干30一斤有20斤 萝卜干也有40斤', '萝卜干 多少钱');
    await says('萝卜干9块一斤', '¥9/斤');
    expect(await called('萝卜干')).toMatchObject({ price: 900, onHand: 20_000 });
    expect(await called('烘笋干')).toMatchObject({ price: 3_000, onHand: 10_000 });
  });

  it('nothing on sale is meant by goods that wait, nor the other way round', async () => {
    await says('核桃仁40一斤有10斤', '没问题就点「上架」');
    await says('核桃先不卖了', '核桃');
    expect(await called('核桃仁')).toMatchObject({ status: 'draft' });
    expect(await called('核桃')).toMatchObject({ status: 'paused' });
  });
});

describe('a photo with a name', () => {
  it('waits while its seller is called away, and keeps the whole of its name', async () => {
    await seller.sendsPhoto({ caption: '杜仲嫩叶' });
    await seller.waitsFor('杜仲嫩叶 多少钱');
    await says('等我一哈，灶上的水开了', '「杜仲嫩叶」给您留着');
    await says('每斤20块，有30斤', '没问题就点「上架」');
    expect(await called('杜仲嫩叶')).toMatchObject({ price: 2_000, onHand: 15_000 });
  });
});

describe('what is on sale', () => {
  it('seventy or eighty is asked about, and any figure settles it', async () => {
    await says('核桃大概还有七八十斤吧', '按 70斤 还是 80斤 记');
    await says('就按75斤算吧', '200斤 → 75斤');
  });

  it('what was sold stays sold when nobody knows how much', async () => {
    await says('核桃卖了五六斤', '按 5斤 还是 6斤 记');
    await says('按6斤', '200斤 → 194斤');
  });

  it('what was wrong of a sale is no second one', async () => {
    await says('核桃卖了12斤', '200斤 → 188斤');
    await says('额记错咧，卖了15斤', '→ 185斤');
    await says('核桃涨到16', '¥16/斤');
    await says('not 16, 17', '¥17/斤');
  });

  it('a sale and a restock in one breath are both noted', async () => {
    await says('核桃今天卖了三十斤又补了五十斤', '170斤 → 220斤');
  });

  it('what nobody knows yet is offered, and its price asked', async () => {
    await says('菜籽油有100斤', '菜籽油 多少钱');
    await says('14块一斤', '没问题就点「上架」');
    expect(await called('菜籽油')).toMatchObject({ price: 1_400, onHand: 50_000 });
  });

  it('the last sale is taken back in many words', async () => {
    await says('核桃卖了60斤', '200斤 → 140斤');
    await says('哎呀记串了，刚才那个撤了', '140斤 → 200斤');
  });
});
