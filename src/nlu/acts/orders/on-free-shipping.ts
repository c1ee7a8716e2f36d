import { readDataFile } from '../../../shop/values/data-file.ts';
import { readBuyer } from '../../read.ts';
import { normalizeText } from '../../text/text.ts';
import { phrases } from '../lexicon.ts';
import { phrasePattern } from '../phrases.ts';
import { namesAmount } from '../question-topic.ts';

const lists = readDataFile('lexicon/on-free-shipping.yaml', { free: phrases, lead: phrases, joint: phrases });
const FREE = phrasePattern(lists.free);
const LEAD = new RegExp(`(?:${phrasePattern(lists.lead).source})[^,，。;；]{0,6}$`, 'u');
const JOINT = new RegExp(`^\\s*(?:${phrasePattern(lists.joint).source})`, 'u');
/** 不包邮就来2斤, 满99包邮, 既然包邮: nothing hangs on its being free. */
const NOT_SO = /[不没冇未满够][^,，]{0,4}$|既然|反正|凑/u;
const OTHERWISE = /不然|否则|不包邮|要不|otherwise|\bif not\b|\belse\b/u;
const SEVERAL = /[,，。;；].*[,，。;；]\s*\S/u;
const EDGE = /^[\s,，。.;；]+|[\s,，;；]+$/gu;

/** 要是包邮我就要12斤: the order that is one only where it travels free; nothing where no amount is wanted, or nothing hangs on it. */
export function readOrderOnFreeShipping(message: string): string | undefined {
  const { said, plain } = normalizeText(message);
  const free = FREE.exec(plain);
  if (!free) return undefined;
  const end = free.index + free[0].length;
  const lead = LEAD.exec(plain.slice(0, free.index));
  const joint = JOINT.exec(plain.slice(end));
  const [front, back] = [plain.slice(0, free.index), plain.slice(end)];
  const isOther = NOT_SO.test(front) || OTHERWISE.test(back) || namesAmount(front) || SEVERAL.test(plain);
  if ((!lead && !joint) || isOther || readBuyer(message).recipient) return undefined;
  const order = [said.slice(0, lead?.index ?? free.index), said.slice(end + (joint?.[0].length ?? 0))]
    .map((part) => part.replace(EDGE, ''))
    .filter(Boolean)
    .join('，');
  const { kind, lines } = readBuyer(order);
  return kind === 'order' && lines.length === 1 && lines[0]?.quantity ? order : undefined;
}
