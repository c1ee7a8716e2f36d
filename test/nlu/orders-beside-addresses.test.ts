import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBuyer } from '../../src/nlu/read.ts';
import type { BuyerReading } from '../../src/nlu/reading.ts';

const recipients: readonly string[] = readFileSync(
  new URL('../corpus/addresses.jsonl', import.meta.url),
  'utf8',
)
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line))
  .filter(({ expect: { lines, extension } }) => lines === undefined && extension === undefined)
  .map(({ text }) => text)
  .filter((text) => {
    const { recipient, lines } = readBuyer(text);
    return typeof recipient?.address === 'string' && lines.length === 0;
  });

const orders = [
  '要柿饼',
  '来三斤小米',
  '红枣5斤',
  '核桃两箱',
  '给我来两箱五斤装的苹果',
  '再来一斤木耳',
  '十八号要两份',
  '想要核桃',
] as const;

const linesOf = ({ lines }: BuyerReading): unknown[] =>
  lines.map(({ product, quantity, measure }) => [product, quantity, measure]);
const bare = (words: string | null | undefined): string =>
  (words ?? '').normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');

/** Of goods that are wanted beside whom they go to, both are read as they are read alone. */
function expectBoth(message: string, order: string, recipient: string): void {
  const got = readBuyer(message);
  const alone = readBuyer(recipient).recipient;
  expect(linesOf(got), message).toEqual(linesOf(readBuyer(order)));
  expect(bare(got.recipient?.address), message).toBe(bare(alone?.address));
  expect([bare(got.recipient?.name), got.recipient?.phone], message).toEqual([
    bare(alone?.name),
    alone?.phone,
  ]);
}

describe('an order beside an address', () => {
  it('is where it is when it begins with a number’s abbreviation behind a full stop', () => {
    const recipient = 'No. 5, Xianlie Middle Road, Yuexiu District, Guangzhou, Andrew Park, 18102111233';
    expectBoth(`要柿饼。${recipient}`, '要柿饼', recipient);
  });

  it('takes nothing from it and leaves nothing in it, whichever comes first', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...recipients),
        fc.constantFrom(...orders),
        fc.constantFrom('，', '\n', '。'),
        fc.boolean(),
        (recipient, order, stop, isFirst) => {
          const both = isFirst ? [order, recipient] : [recipient, order];
          expectBoth(both.join(stop), order, recipient);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('stays apart where nothing stands between', () => {
    const places = [
      '太原市迎泽大街一百二十六号',
      '杭州市余杭区文三路126号3栋502',
      '山西省吕梁市临县三交镇石桥村五十六号',
      '张家村七号院',
      '成都市武侯区桂溪街道 锦绣花园 12栋 1302',
      '湖南省长沙市岳麓区麓谷街道 麓谷小学',
    ];
    for (const place of places)
      for (const order of orders.filter((one) => !one.startsWith('十八号'))) {
        const got = readBuyer(`${place}${order}`);
        expect(got.recipient?.address, order).toBe(place);
        expect(linesOf(got), place).toEqual(linesOf(readBuyer(order)));
      }
  });

  it.each([
    ['石桥村五十六号来三斤小米', '石桥村五十六号', [['小米', 1500, 'MASS']]],
    ['要柿饼，迎泽大街一百二十六号', '迎泽大街一百二十六号', [['柿饼', null, null]]],
    [
      '来三斤小米寄天津 滨海新区 河北路 18-2-1402',
      '天津 滨海新区 河北路 18-2-1402',
      [['小米', 1500, 'MASS']],
    ],
    ['我要三号链接两份，地址太原市平阳路五号', '太原市平阳路五号', [['三号链接', 2, 'COUNT']]],
    ['成都市武侯区要想小区3号', '成都市武侯区要想小区3号', []],
    ['杭州市余杭区买鱼桥路12号', '杭州市余杭区买鱼桥路12号', []],
    [
      '湖南省长沙市岳麓区麓谷街道 3栋 山核桃五斤',
      '湖南省长沙市岳麓区麓谷街道 3栋',
      [['山核桃', 2500, 'MASS']],
    ],
  ])('%s', (message, address, lines) => {
    const got = readBuyer(message);
    expect(got.recipient?.address).toBe(address);
    expect(linesOf(got)).toEqual(lines);
  });

  it.each([
    ['請寄到廈門市思明區湖濱南路219號7樓,我朋友林佩珊收,手機18959263301,紅棗1公斤', '林佩珊'],
    ['寄给我亲家母,龚素芬,13518274096,成都市武侯区簇桥街道锦城路7号附12号,东西就核桃六斤', '龚素芬'],
    ['送太原市小店区平阳路4号楼301,收东西的是我闺女关晓燕,13611027735,一斤蘑菇', '关晓燕'],
    [
      'Deliver to my colleague Rakesh Nair, 18621375049, Flat 1204, 300 Hongqiao Road, Shanghai. 2 bottles of honey',
      'Rakesh Nair',
    ],
  ])('leaves whose kin it goes to out of the name: %s', (message, name) => {
    const { recipient, ambiguous } = readBuyer(message);
    expect([recipient?.name, ambiguous]).toEqual([name, []]);
  });
});
