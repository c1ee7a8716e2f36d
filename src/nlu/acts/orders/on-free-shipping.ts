import { readDataFile } from '../../../shop/values/data-file.ts';
import { readBuyer } from '../../read.ts';
import { normalizeText } from '../../text/text.ts';
import { phrases } from '../lexicon.ts';
import { phrasePattern } from '../phrases.ts';

const lists = readDataFile('lexicon/on-free-shipping.yaml', { free: phrases, lead: phrases, joint: phrases });
const FREE = phrasePattern(lists.free);
const LEAD = new RegExp(`(?:${phrasePattern(lists.lead).source})[^,，。;；]{0,6}$`, 'u');
const JOINT = new RegExp(`^\\s*(?:${phrasePattern(lists.joint).source})`, 'u');
const EDGE = /^[\s,，。.;；]+|[\s,，;；]+$/gu;

/** 要是包邮我就要12斤: the order that is one only where it travels free; nothing where no amount is wanted, or nothing hangs on it. */
export function readOrderOnFreeShipping(message: string): string | undefined {
  const { said, plain } = normalizeText(message);
  const free = FREE.exec(plain);
  if (!free) return undefined;
  const end = free.index + free[0].length;
  const lead = LEAD.exec(plain.slice(0, free.index));
  const joint = JOINT.exec(plain.slice(end));
  if (!lead && !joint) return undefined;
  const order = [said.slice(0, lead?.index ?? free.index), said.slice(end + (joint?.[0].length ?? 0))]
    .map((part) => part.replace(EDGE, ''))
    .filter(Boolean)
    .join('，');
  const { kind, lines } = readBuyer(order);
  return kind === 'order' && lines.some(({ quantity }) => quantity !== null) ? order : undefined;
}
