import { isCertain } from '../../../recipient/evidence.ts';
import { pattern } from '../../act-patterns.ts';
import { plainWords } from '../../phrases.ts';

const NEW_ADDRESS = [
  /(?:改成|改为|改到|换成|换到|更正为|更正成|更改为|变更为|变更到|修改为|修改成|地址[到为]|改寄到?|改送到?|改发到?|寄到|送到|发到|应该(?:是|送|寄|发)[到去]?|要(?:送|寄|发)[到去]?|是|[:：])[\s:：]*([^，。]{4,}.*)$/u,
  /\bto\s+(\d.*?|[A-Z].*?)(?:,?\s+instead)?[.!]?$/u,
  /\b[Ss]hould be\s+(\d.*?|[A-Z].*?)[.!]?$/u,
];

/** 那单地址写错了，改成…: the new address of an order, as it was typed; empty where it is not said. */
export function readReaddress(message: string): string | undefined {
  const words = plainWords(message);
  const said = message.replace(/\b[a-z]{1,2}-?\d{4}\b/gi, ' ').trim();
  // Please send A-0016 to …: only of an order that is named.
  const isNamed = said !== message.trim() || pattern.thatOrder.test(words);
  const isSent = isNamed && pattern.sendTo.test(words);
  const found = withoutEnd(
    NEW_ADDRESS.map((one) => withoutUnchanged(one.exec(said)?.[1])).find(
      (one) => one && !/地址|电话|号码/.test(one),
    ),
  );
  const isMissent = pattern.mistaken.test(words) && found !== undefined && isCertain(found.toLowerCase());
  if (!isSent && !isMissent && !pattern.wrongOrder.test(words)) return undefined;
  return found ?? withoutEnd(placeWithin(said)) ?? (/\d{5,}/.test(said) ? said : '');
}

/** …128号，收件人及电话不变: without what stays as it was. */
function withoutUnchanged(address: string | undefined): string | undefined {
  const clauses = address?.split(/[,，。;；]+/) ?? [];
  const kept = clauses.filter((clause) => clause !== '' && !pattern.unchanged.test(plainWords(clause)));
  return kept.length === clauses.length ? address : kept.join('，');
}

/** … 12号才对, 12号了: without what is said behind it. */
const withoutEnd = (address: string | undefined): string | undefined =>
  address?.replace(/(?<=[\p{L}\d])(?:才对|才是|了|哈|啊|呀|哦|嘞|的)+[!！。.]*$/u, '');

/** 寄到我单位，大同市平城区御河西路66号: the address is what stands last. */
function placeWithin(said: string): string | undefined {
  const last = said
    .split(/[,，。;；:：]+|(?<=\p{Script=Han})\s+(?=\p{Script=Han})/u)
    .at(-1)
    ?.replace(LIVES, '');
  return last && /\d/.test(last) && last.length > 6 ? last.trim() : undefined;
}

const LIVES = /^(?:现在|如今|目前)?(?:我|俺|咱)?(?:住在?|搬到|搬去|在)/u;
