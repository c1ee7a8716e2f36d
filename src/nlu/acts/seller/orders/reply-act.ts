import { normalizeText } from '../../../text/text.ts';
import { phrasePattern, plainWords } from '../../phrases.ts';
import { sellerLexicon } from '../seller-lexicon.ts';
import { withoutJoints } from './message-act.ts';
import { findOrderNumbers } from './order-act.ts';

const { beside, loose, reply, askThem, asker, lead, kin, person, crowd, empty, toUs } = sellerLexicon.tell;
const source = (list: readonly string[]): string => phrasePattern(list).source;

const AHEAD = new RegExp(`^(?:${source([...lead, ...asker])}|[\\s,，:：])+`, 'iu');
const [aPerson, aCrowd] = [phrasePattern(person), phrasePattern(crowd)];
/** 说一声, 转告: to whom is not said; 告诉他们: more than whoever asked. */
const isToOne = (cue: string): boolean => !loose.includes(cue) && aPerson.test(cue) && !aCrowd.test(cue);
const CUE = new RegExp(`^${source([...beside.filter(isToOne), ...reply, ...askThem])}`, 'iu');
/** 告诉客人们, 回人家的钱: somebody or something else than was thought. */
const GOES_ON = /^(?:们|哋|的)/u;
const EMPTY = new RegExp(`^(?:${source(empty)}|\\s)+$`, 'iu');
const aHow = phrasePattern(toUs);
const KIN = new RegExp(`^${source(kin)}`, 'iu');
/** 告诉她了: it was said before. */
const SAID_BEFORE = /^(?:了(?!解)|[过啦咗](?:了|$|[\s,，。])|没(?:有)?$)/u;
const QUOTES = /^[「“"'『]+|[」”"'』]+$/gu;

/** Longer than that is a story. */
const MAX_LENGTH = 300;

/** 跟他说微辣; 再问哈她要几斤; tell her it is fresh: what is to reach whoever spoke last; nothing where nobody is to be told. */
export function readReply(message: string): string | undefined {
  const { said: even, plain } = normalizeText(message);
  const said = even.length === message.length ? message : even;
  if (message.length > MAX_LENGTH) return undefined;
  const from = AHEAD.exec(plain)?.[0].length ?? 0;
  const cue = CUE.exec(plain.slice(from));
  if (!cue) return undefined;
  const rest = said.slice(from + cue[0].length);
  if (SAID_BEFORE.test(rest) || KIN.test(rest) || GOES_ON.test(rest)) return undefined;
  if (EMPTY.test(plainWords(rest)) || aHow.test(plainWords(rest)) || findOrderNumbers(rest).length > 0)
    return undefined;
  const words = withoutJoints(rest).replace(QUOTES, '').trim();
  return words === '' ? undefined : words;
}
