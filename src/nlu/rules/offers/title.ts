import type { Text } from '../lexer/text.ts';
import { looksLikeGoods } from '../orders/goods-words.ts';
import { isCue, type Part } from './part.ts';

/** What the product is called: the first words that are neither numbers nor about the business itself, as typed. */
export function titleIn(parts: readonly Part[], text: Text, isStock: boolean): string | null {
  const first = parts.find((part) => part.is === 'name');
  const name =
    (isStock
      ? (parts.find((part, i) => isCounted(parts, i, text) && !startsIdly(text, part)) ?? besideAmount(parts))
      : undefined) ?? first;
  return name ? withoutJar(tidy(text.said.slice(name.start, name.end))) : null;
}

/** Signs that no part of a name begins with behind the goods themselves: 核桃那, 粉条昨, 红枣调回. */
const IDLE =
  '价剩不称那这哪些么吧呢了着过掉出回去起给被让叫请又再还也都才刚就只先没别未在从到往向对比跟与及且若因为所以是无会可应该得要想愿肯用拿放改变调涨降换成昨今明我你他她它们咱您怎咋';

const startsIdly = (text: Text, { start }: Part): boolean =>
  /^(?:回|出|过|天|上|下)[来去]?$|^天$/.test(text.plain.slice(start, start + 2).trim());

/** Cuts what is said behind the goods, and how big or ripe the first kind of several is: 石榴大的8块. */
function tidy(name: string): string {
  const signs = [...name];
  const goods = signs.findLastIndex((sign) => looksLikeGoods(`x${sign}`));
  if (goods < 0) return name;
  const behind = signs.slice(goods + 1).join('');
  const isIdle = behind !== '' && IDLE.includes(behind[0] ?? '');
  return isIdle || /^[大小中]$/.test(behind) ? signs.slice(0, goods + 1).join('') : name;
}

/** 昨天下雨，蘑菇烂了三十斤: the first name of the clause in which the amount stands. */
function besideAmount(parts: readonly Part[]): Part | undefined {
  const amount = parts.findIndex((part) => part.is === 'amount');
  const from = parts.slice(0, Math.max(0, amount)).findLastIndex((part) => part.is === 'stop');
  return parts.slice(from + 1, Math.max(0, amount)).find((part) => part.is === 'name');
}

/** `rice wine jar 2.5 L`: what it comes in is not its name. */
const withoutJar = (name: string): string =>
  name
    .replace(
      /(?<=[a-z] )(?<!gift )(?:glass |plastic )?(?:jars?|bottles?|bags?|box|boxes|tins?|packs?|packets?)$/i,
      '',
    )
    .trim();

/** 赶集卖了20斤红枣: what stands right behind the amount is what was sold, not what was said before. */
function isCounted(parts: readonly Part[], at: number, text: Text): boolean {
  const [part, after] = [parts[at], parts[at + 1]];
  const before = isCue(parts[at - 1], 'of') ? parts[at - 2] : parts[at - 1];
  if (part?.is !== 'name' || before?.is !== 'amount' || after?.is === 'amount') return false;
  const gap = part.start - before.end;
  return gap === 0 || (gap <= 4 && /^[a-z]/.test(text.plain.slice(part.start)));
}
