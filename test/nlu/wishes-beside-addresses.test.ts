import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitAsides } from '../../src/nlu/acts/orders/asides-said.ts';
import { splitFromAddress } from '../../src/nlu/acts/orders/beside-address.ts';
import { readBuyer } from '../../src/nlu/read.ts';

// What is wished of a parcel stands in the note, and never in the address beside it.

const texts: readonly string[] = readFileSync(new URL('../corpus/addresses.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line).text);
const recipients = texts.filter((text) => {
  const { recipient, lines } = readBuyer(text);
  return typeof recipient?.address === 'string' && Boolean(recipient.phone) && lines.length === 0;
});
const wishes = {
  zh: ['到了给我打电话', '放门卫', '麻烦包结实点', '别放快递柜', '送货前联系', '周末再送'],
  en: ['leave it at the door', 'call me first', 'please pack it well', 'leave with the guard'],
};
const person = '王芳 13912345678 山西省吕梁市临县白文镇12号';
const lan = 'Li Lan 13812345678 8 Baiwen Town, Lin County, Luliang, Shanxi';

const bare = (words: string | null | undefined): string =>
  (words ?? '').normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
const wished = (message: string): unknown =>
  splitAsides(message).asides.map((one) => 'text' in one && one.text.trim());

/** The address is read as it is read alone, and the wish is all that was taken off. */
function expectApart(message: string, wish: string, recipient: string): void {
  expect(wished(message), message).toEqual([wish]);
  const alone = readBuyer(recipient).recipient;
  const got = readBuyer(splitAsides(message).rest).recipient;
  expect([bare(got?.name), got?.phone, bare(got?.address)], message).toEqual([
    bare(alone?.name),
    alone?.phone,
    bare(alone?.address),
  ]);
}

describe('a wish beside an address', () => {
  it.each(wishes.zh)('is taken off: %s', (wish) => {
    for (const sign of [' ', '，', '。', '\n', '']) expectApart(`${person}${sign}${wish}`, wish, person);
    expectApart(`山西省吕梁市临县白文镇12号 王芳 13912345678 ${wish}`, wish, person);
  });

  it.each(wishes.en)('is taken off in English: %s', (wish) => {
    for (const sign of [' ', ', ', '. ', '\n']) expectApart(`${lan}${sign}${wish}`, wish, lan);
  });

  it.each([
    [`${person} 放门卫 到了给我打电话`, ['放门卫', '到了给我打电话']],
    [`麻烦包结实点 ${person}`, ['麻烦包结实点']],
    [`${lan}, leave it with the guard, call me first`, ['leave it with the guard', 'call me first']],
  ])('and several, or before it: %s', (message, asides) => {
    expect(wished(message)).toEqual(asides);
  });

  it('is none where only an address stands', () => {
    fc.assert(
      fc.property(fc.constantFrom(...texts), (text) => {
        expect(splitAsides(text).asides, text).toEqual([]);
      }),
    );
  });

  it('takes nothing from any address', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...recipients),
        fc.constantFrom(...wishes.zh),
        fc.constantFrom(' ', '，', '\n'),
        (recipient, wish, sign) => expectApart(`${recipient}${sign}${wish}`, wish, recipient),
      ),
    );
  });
});

describe('a question beside an English address', () => {
  it('is none where the town stands at the end of it', () => {
    const said = "I'm moving on Saturday, can my parcel go to 7 Lake View Street, Dalian instead?";
    expect(splitFromAddress(said)).toBeUndefined();
  });

  it('is taken off where it begins like one', () => {
    const said = 'Li Lan 13812345678, 8 Baiwen Road, Taiyuan, how much is shipping to Dalian?';
    expect(splitFromAddress(said)?.questions).toEqual(['how much is shipping to Dalian?']);
  });
});
