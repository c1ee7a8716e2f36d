import { normalizeText } from '../../../text/text.ts';
import { phrasePattern } from '../../phrases.ts';
import { sellerLexicon } from '../seller-lexicon.ts';
import { withoutJoints } from './message-act.ts';

const { beside, loose, reply, askThem, asker, lead, kin } = sellerLexicon.tell;
const source = (list: readonly string[]): string => phrasePattern(list).source;

const AHEAD = new RegExp(`^(?:${source([...lead, ...asker])}|[\\s,，:：])+`, 'iu');
const CUE = new RegExp(
  `^${source([...beside.filter((one) => !loose.includes(one)), ...reply, ...askThem])}`,
  'iu',
);
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
  if (SAID_BEFORE.test(rest) || KIN.test(rest)) return undefined;
  const words = withoutJoints(rest).replace(QUOTES, '').trim();
  return words === '' ? undefined : words;
}
