import { describe, expect, it } from 'vitest';
import { readRename } from '../../src/nlu/acts/seller/rename-act.ts';

const titles = ['小黄米', '葛根淀份', 'Honey', 'Mixed mushrooms', 'Small red dates'];

describe('another name for goods', () => {
  it.each([
    ['小黄米换个名儿，叫羊肥小米', '羊肥小米'],
    ['给小黄米改个名，羊肥小米', '羊肥小米'],
    ['我想给小黄米改名羊肥小米', '羊肥小米'],
    ['小黄米以后喊羊肥小米', '羊肥小米'],
    ['小黄米个名改做羊肥小米', '羊肥小米'],
    ['小黄米改叫羊肥小米啦', '羊肥小米'],
    ['小黄米的品名改成「羊肥小米」比較好，麻煩您', '羊肥小米'],
    ['小黄米的名字改成“羊肥小米”好一些', '羊肥小米'],
    ['小黄米不叫小黄米了，叫羊肥小米', '羊肥小米'],
    ['请帮我把小黄米改名为羊肥小米，谢谢', '羊肥小米'],
    ['小黄米这名字不好听，叫羊肥小米吧', '羊肥小米'],
    ['小黄米叫羊肥小米好听些，改一下', '羊肥小米'],
    ['把小黄米的名字换一下，换成羊肥小米', '羊肥小米'],
  ])('%s', (message, title) => {
    expect(readRename(message, titles)).toEqual({ goods: '小黄米', title });
  });

  it.each([
    '葛根淀份名字打错字了，应该是葛根淀粉',
    '葛根淀份的份字写错了，应该是葛根淀粉',
    '葛根淀份写成错别字了，改成葛根淀粉',
    '麻烦把葛根淀份改成葛根淀粉，打错字了',
    '葛根淀份改为葛根淀粉',
    '葛根淀份其实是葛根淀粉，名字改一哈',
    '名字打错了，葛根淀份应该是葛根淀粉',
  ])('a slip of the pen: %s', (message) => {
    expect(readRename(message, titles)).toEqual({ goods: '葛根淀份', title: '葛根淀粉' });
  });

  it.each([
    ['名字打错咯，系葛根淀粉', '葛根淀粉'],
    ['品名改一下，葛根淀粉', '葛根淀粉'],
    ['它应该叫葛根淀粉', '葛根淀粉'],
    ['这个叫葛根淀粉，不叫淀份', '葛根淀粉'],
    ['the name should be Lime honey, not Honey', 'Lime honey'],
    ["typo in the name, it's Lime honey", 'Lime honey'],
    ["let's call it Lime honey", 'Lime honey'],
    ['could you please rename it as Lime honey', 'Lime honey'],
  ])('of what is on the table: %s', (message, title) => {
    expect(readRename(message, titles)).toEqual({ goods: '', title });
  });

  it.each([
    'Could you rename Honey to Lime honey?',
    'change name honey to Lime honey',
    "can you change honey's name to Lime honey",
    'Honey should be called Lime honey',
    'honey is misspelled, it should be Lime honey',
    'call the honey Lime honey from now on',
    'I want to rename the honey. New name: Lime honey',
    'new name for honey: Lime honey',
    'the name of the honey is wrong. It is Lime honey.',
    'honey rename Lime honey',
  ])('%s', (message) => {
    expect(readRename(message, titles)).toEqual({ goods: 'Honey', title: 'Lime honey' });
  });

  it.each([
    '小黄米改成8块',
    '小黄米怎么改名',
    '小黄米改成按袋卖',
    '小黄米价钱写错了应该是8块',
    '葛根淀份错了，是小黄米卖完了',
    'how do I rename honey?',
    'honey should be 20 yuan',
    'call me back',
    'sorry, I have to call it off',
  ])('is not meant by: %s', (message) => {
    expect(readRename(message, titles)).toBeUndefined();
  });
});
