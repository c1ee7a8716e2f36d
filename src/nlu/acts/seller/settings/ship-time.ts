import { lex } from '../../../lexer/lexer.ts';
import { plainWords } from '../../phrases.ts';
import { asksReminder, readFact } from '../fact-act.ts';
import { readMessageAct } from '../orders/message-act.ts';
import { isForBuyer } from '../orders/reply-act.ts';
import { readDays } from './rest-act.ts';

/** Longer than that is a story, and no answer to a question. */
const MAX_LENGTH = 60;
const BARE = /^\d{1,3} ?(?:个? ?小时|钟头|天|日|周|hours?|h|days?|weeks?)$/u;
const HAN = /\p{Script=Han}/u;

/** The answer to how soon parcels leave, as buyers will read it: 48小时 becomes 48小时内发货; nothing where no time is named. */
export function readShipTime(message: string): string | undefined {
  const words = message.trim();
  const plain = plainWords(words);
  if (words.length > MAX_LENGTH || words.includes('?') || words.includes('？')) return undefined;
  // 转告李梅明天发货, 提醒一下我明天发货: of one parcel, to somebody.
  if (readMessageAct(words) || isForBuyer(words) || asksReminder(plain)) return undefined;
  if (BARE.test(plain)) return HAN.test(plain) ? `${words}内发货` : `ships within ${words}`;
  const isTimed = readDays(plain) !== undefined || lex(words).tokens.some(({ is }) => is === 'aside');
  return isTimed || readFact(words) === 'shipTime' ? words : undefined;
}
