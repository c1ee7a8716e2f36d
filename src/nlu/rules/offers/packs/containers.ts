import type { Token } from '../../lexer/lexer.ts';
import { unitOf } from '../../lexer/units.ts';
import type { Bare, Part } from '../part.ts';

/** `a box of 12`: a container right before what it holds. */
export function boxOf(start: number, end: number, plain: string): Part[] {
  const [all = '', name = ''] = /\b([a-z]+) of$/.exec(plain.slice(start, end)) ?? [];
  const unit = unitOf(name);
  const from = end - all.length;
  if (!unit?.isContainer) return [];
  return [
    { is: 'unit', unit, name: singular(name), start: from, end: from + name.length },
    { is: 'cue', cue: 'of', start: end - 2, end },
  ];
}

/** `5 jin rice bag`: the container behind the name of what fills it. */
export function filledBox(before: Token | undefined, start: number, end: number, plain: string): Part[] {
  const isContent = before?.is === 'amount' && before.unit.measure !== 'COUNT';
  const [, gap = '', name = ''] = /^([a-z]+ )([a-z]+)$/.exec(plain.slice(start, end)) ?? [];
  const unit = isContent ? unitOf(name) : undefined;
  return unit?.isContainer
    ? [{ is: 'unit', unit, name: singular(name), start: start + gap.length, end }]
    : [];
}

/** The container that a content stands before: `500g jars`, 5斤箱, 20斤网兜装. */
export function containerAt(amount: Token, word: Token, plain: string): Bare | undefined {
  const adjective =
    /^(?:(?:glass|plastic|paper|gift|small|big|large) |的[大小]?(?=[桶壶瓶袋箱盒罐坛篮筐]))/.exec(
      plain.slice(word.start, word.end),
    );
  const start = word.start + (adjective?.[0].length ?? 0);
  const words = plain.slice(start, word.end);
  const latin = /^[a-z]+/.exec(words)?.[0];
  const gap = word.start - amount.end;
  const isFilling = /^[\u4e00-\u9fff]装/.test(words);
  if (gap > (latin || isFilling ? 1 : 0) || /^(?:包邮|包装|打包|装|套餐)/.test(words)) return undefined;
  const net = /^网[兜袋]/.exec(words)?.[0];
  const names = latin ? [latin] : [net, words.slice(0, 3), words.slice(0, 2), words.slice(0, 1)];
  for (const name of names) {
    const unit = name === undefined ? undefined : name === net ? unitOf('袋') : unitOf(name);
    if (name && unit?.isContainer)
      return { is: 'unit', unit, name: singular(name), start, end: start + name.length };
  }
  return undefined;
}

const OF_NUMBER =
  /^(?:[x*]?\s*[\d.,/]+|[零〇一二三四五六七八九十百千万两半俩仨廿卅几多来]+|(?:\/|每一?|per|each|every|another|one|an?)(?![a-z]))\s*/;

/** The unit's own word: 箱 in 二十箱, box in `40 boxes`. */
export function unitName(text: string): string {
  const latin = /([a-z]+)$/.exec(text)?.[1];
  if (latin) return singular(latin);
  let rest = text;
  while (OF_NUMBER.test(rest) && !unitOf(rest)) rest = rest.replace(OF_NUMBER, '');
  return rest.replace(/[半]$/, '').replace(/(?<=[袋箱盒瓶罐辫])子$/, '') || text;
}

export const singular = (name: string): string => name.replace(/(?<=x|ch|sh)es$|(?<!s)s$/, '');
