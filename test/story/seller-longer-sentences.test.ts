import { expect, it } from 'vitest';
import { testClock } from '../support/clock.ts';
import { openHousehold } from '../support/household.ts';
import { hears, newOrderOf, putsOnSale } from '../support/stall.ts';

// What families say in one breath: a deed with its reason, or two deeds.

const clock = testClock();
const { walnut, seller } = openHousehold({ clock });
const db = () => walnut.database.db;

const says = (words: string, answer: string | RegExp) => hears(seller, words, answer);
const product = (title: string) => db().product.findFirstOrThrow({ where: { title } });

it('takes goods off, whatever the reason', async () => {
  await putsOnSale(walnut, seller, '地皮菜 35元一斤 有18斤');
  await says('地皮菜先别卖了，我看见有点虫眼，得挑一挑再说', '先下架了');
  expect(await product('地皮菜')).toMatchObject({ status: 'paused' });
});

it('leaves goods on sale that are not to be taken off', async () => {
  await putsOnSale(walnut, seller, '紫皮大蒜 5元一斤 有47斤');
  await says('紫皮大蒜没卖完呢，别给我下架啊', '紫皮大蒜');
  await seller.settles();
  expect(await product('紫皮大蒜')).toMatchObject({ status: 'on-sale', onHand: 47 * 500 });
});

it('gives goods their new name and their new price', async () => {
  await putsOnSale(walnut, seller, '桑果干 28元一斤 有45斤');
  await says('桑果干那个名字人家听不懂，改名叫黑桑葚干，价钱也顺便调一下，32一斤', '黑桑葚干：您是说');
  await seller.taps('改成 ¥32/斤');
  await seller.waitsFor('¥28/斤 → ¥32/斤');
  expect(await product('黑桑葚干')).toMatchObject({ price: 3200 });
});

it('takes the last of two prices, and not what is told of the first', async () => {
  await putsOnSale(walnut, seller, '野山楂片 16元一斤 有70斤');
  await says('野山楂片改成18…哎不对不对，17块5一斤，18是隔壁老李家的价', '¥17.5');
  expect(await product('野山楂片')).toMatchObject({ price: 1750 });
});

it('sets the fee of far places, and none for all', async () => {
  await says('偏远地区不包邮，运费12块', '新疆');
  const said = seller.last().text;
  expect(said).toContain('¥12');
  await says('the courier is dear, so shipping is 10 yuan, but for Tibet it has to be 25 yuan', '西藏');
  expect(seller.last().text).toContain('¥25');
});

it('sends an order with the number in the next clause, and sets what is left', async () => {
  await putsOnSale(walnut, seller, '红薯枣 11元一斤 有40斤');
  const { number } = await newOrderOf(walnut, seller, 'Ann');
  await says(`${number}接了`, `${number} · 备货中`);
  await says(`${number}上午寄走了，中通的单号ZT7788990011223，另外红薯枣还剩22斤你记一下`, '已发货');
  expect(await db().order.findUniqueOrThrow({ where: { number } })).toMatchObject({ fulfilment: 'shipped' });
  expect(await product('红薯枣')).toMatchObject({ onHand: 22 * 500 });
});

it('says how much less can be taken where nothing was paid yet', async () => {
  const { number } = await newOrderOf(walnut, seller, 'Ann');
  await says(`${number}里头有两个坏的，不好意思啊，退她15块吧`, '少收 ¥15');
});

it('corrects a draft in a sentence with its reason', async () => {
  await seller.sendsPhoto({ caption: 'Dried apple rings from our own orchard, 48 yuan/kg, 12 kg' });
  await seller.waitsFor('没问题就点「上架」');
  await says('make that 45 yuan/kg, and we really only have 10 kg, my son ate some', '¥45');
  expect(await product('Dried apple rings')).toMatchObject({ price: 4500, onHand: 10_000 });
});
