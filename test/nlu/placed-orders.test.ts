import { describe, expect, it } from 'vitest';
import { readKeptOrders } from '../../src/nlu/acts/orders/placed/kept-orders.ts';
import { readOrderFact } from '../../src/nlu/acts/orders/placed/order-facts.ts';

describe('what is asked of an order that was placed', () => {
  it.each([
    ['是哪家的快递', 'courier'],
    ['which courier?', 'courier'],
    ['俺那单用啥发的', 'courier'],
    ['单号多少', 'number'],
    ["what's the tracking number", 'number'],
    ['啥时候发的', 'sent'],
    ['has it been sent yet?', 'sent'],
    ['花了多少钱', 'cost'],
    ['how much was it', 'cost'],
    ['谁家的', 'seller'],
    ['who did I buy it from', 'seller'],
    ['寄到哪儿的', 'place'],
    ['where is it going?', 'place'],
    ['哪天下的单来着', 'ordered'],
    ['我的单号发我', 'number'],
    ['单号是多少', 'number'],
    ['where are you sending it', 'place'],
    ['地址写的哪', 'place'],
    ['发了没', 'sent'],
    ['一共多少钱来着', 'cost'],
    ['那单多少钱来着', 'cost'],
    ['哪家快递', 'courier'],
    ['最近那单发了没', 'sent'],
    ['花了多少', 'cost'],
    ['谁家的苹果啊', 'seller'],
    ['老板是谁啊', 'seller'],
    ['上次买的那个是谁家的', 'seller'],
    ['who grows these?', 'seller'],
    ['给我单号', 'number'],
    ['what address is it going to', 'place'],
  ])('%s', (said, fact) => {
    expect(readOrderFact(said)).toBe(fact);
  });

  it.each([
    '你们一般发什么快递',
    '要是我买5斤，发什么快递',
    'which courier do you use',
    '苹果5斤一共多少钱',
    '能不能发顺丰',
    '什么时候能发货',
    'how much is it',
    '多少钱一斤',
    '取消这单，付了多少退多少',
    '单号没有，不要了',
    '地址写的不对，是9号',
    '地址填的是青石巷9号',
    '退款什么时候发的',
    '优惠券发了没',
    '邻居的单号多少',
    '我朋友那单发了吗',
    '运费多少来着',
    '你是谁家的',
    'which company are you',
    '我的单号是SF1234567890',
    '退货寄到哪',
    '送到哪儿算免运费',
    '哪家的便宜',
    '谁家的苹果甜',
    '谁家的好吃',
    '花了多少时间',
    '花了多少天才到',
    '苹果多少钱来着',
    '什么快递最快',
    '哪家快递靠谱',
    '消息发了吗',
    '照片发了没',
    '钱发了吗',
    '视频发了没有',
    '几号发的货新鲜',
    '你家地址是哪',
    '你们送到哪些地方',
    '送到哪儿自提',
    '去年那单多少钱',
    '上次那单发了没',
    '我妈那单发了没',
    '我老公的单号多少',
    '单号不动了是不是丢了',
    '单号怎么查不到',
    '要给你快递单号吗',
    'which company is best',
    'which shop is cheapest',
    'what address is your shop',
    'which address should I put',
    'how much was it last year',
    'was it sent to my old address',
    'has it been posted on wechat',
    "when did you send my mum's",
  ])('is none of one order: %s', (said) => {
    expect(readOrderFact(said)).toBeUndefined();
  });
});

describe('what is to stay beside what is done', () => {
  it.each([
    ['苹果那单不要了，红枣那单照旧', '苹果那单不要了', '红枣那单照旧'],
    ['把苹果的单子退掉，红枣正常发', '把苹果的单子退掉', '红枣正常发'],
    ['红枣那单留着，苹果的退了', '苹果的退了', '红枣那单留着'],
    ['苹果那单改成3斤，红枣那单别动', '苹果那单改成3斤', '红枣那单别动'],
    [
      'please cancel my apple order but the dates order stays',
      'please cancel my apple order',
      'the dates order stays',
    ],
  ])('%s', (said, done, kept) => {
    expect(readKeptOrders(said)).toEqual({ done, kept, isTold: false, isUnsure: false });
  });

  it('tells of somebody else', () => {
    expect(readKeptOrders('我朋友把苹果那单取消了，红枣那单照旧')?.isTold).toBe(true);
  });

  it.each([
    '苹果那单怎么取消了，红枣照旧发货',
    '苹果那单被取消了，红枣还要',
    '苹果那单我不想取消，红枣照旧',
    '苹果那单唔想取消，红枣照旧',
    '万一苹果那单取消了，红枣照发',
    '要是苹果那单取消，红枣照旧',
    '听说苹果那单取消了，红枣照旧',
    '苹果那单是不是取消了，红枣照旧',
    '苹果那单退2斤，红枣照旧',
    'I might cancel the apples order, the dates order stays',
    'did you cancel the apples order, keep the dates',
    'why was the apples order cancelled, the dates stay',
  ])('is not surely to be cancelled: %s', (said) => {
    expect(readKeptOrders(said)?.isUnsure).toBe(true);
  });

  it('is sure of what is done beside an amount that is changed', () => {
    expect(readKeptOrders('苹果取消红枣照旧')).toBeUndefined();
    expect(readKeptOrders('苹果取消，红枣照旧')?.isUnsure).toBe(false);
    expect(readKeptOrders('苹果那单改成3斤，红枣那单别动')?.isUnsure).toBe(false);
    expect(readKeptOrders('能不能把苹果那单取消，红枣照旧')?.isUnsure).toBe(false);
  });

  it.each([
    '苹果取消，红枣我还要考虑',
    '苹果那单取消，红枣还要想想',
    '苹果那单不用改了直接退',
    '红枣那单正常发货了没',
    '苹果那单取消，红枣那单还要再加2斤',
    '苹果不用留着了，红枣那单取消',
    '我没说苹果那单不要了，红枣那单照旧',
    '苹果那单别改了取消吧',
  ])('says more than that one stays: %s', (said) => {
    expect(readKeptOrders(said)).toBeUndefined();
  });

  it('is nothing where nothing stays', () => {
    expect(readKeptOrders('苹果那单不要了，红枣那单也不要了')).toBeUndefined();
  });
});
