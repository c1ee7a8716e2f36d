import { normalizeText } from '../../../text/text.ts';
import { phrasePattern } from '../../phrases.ts';
import { sellerLexicon } from '../seller-lexicon.ts';
import { readMessageAct, withoutJoints } from './message-act.ts';
import { type OrderAct, readOrderActs } from './order-act.ts';

/** What is done with an order, and what its buyer is to read beside that. */
export interface ActWithWords {
  readonly deed: string;
  readonly does: 'accept' | 'ship' | 'decline';
  /** As it was typed. */
  readonly words: string;
}

const { beside, reason } = sellerLexicon.tell;
const told = phrasePattern(beside);
const why = phrasePattern([...reason, ...beside]);

/** Longer than that is a story. */
const MAX_LENGTH = 160;
const JOINTS = /^[\s,，:：、.。\-–—]+|["“”「」『』]/gu;
const ENDS = /[\s,，。.、;；!！\-–—]+$/u;
/** 你给人家讲一声: who speaks, and to whom. */
const LEADS =
  /(?:你|您|恁|侬)?(?:(?:给|跟|和|同)(?:他|她|佢|人家|客人|买家|对方)?|帮我|替我|顺便|再|并|请|麻烦|and|also|please|pls|\s)*$/iu;
/** Inform the customer to check the seal. */
const TO = /^to\s+/iu;

/** 葛根粉那单接了，跟人家说后天才磨得好; nothing where no order is accepted, sent or refused in front of the words. */
export function readActWithWords(message: string): ActWithWords | undefined {
  const { said: even, plain } = normalizeText(message);
  if (message.length > MAX_LENGTH || /[?？]\s*$/u.test(message) || readMessageAct(message)) return undefined;
  const said = even.length === message.length ? message : even;
  return split(said, plain, told) ?? split(said, plain, why, 'decline');
}

function split(said: string, plain: string, cue: RegExp, only?: OrderAct['does']): ActWithWords | undefined {
  const found = cue.exec(plain);
  if (!found || found.index === 0) return undefined;
  const deed = said.slice(0, found.index).replace(LEADS, '').replace(ENDS, '');
  const rest = said.slice(found.index + found[0].length).replace(JOINTS, '');
  const words = withoutJoints(rest).replace(JOINTS, '').replace(TO, '').replace(ENDS, '').trim();
  const [act, ...others] = deed === '' ? [] : readOrderActs(deed);
  if (!act || others.length > 0 || words === '' || (only && act.does !== only)) return undefined;
  const { does } = act;
  return does === 'accept' || does === 'ship' || does === 'decline' ? { deed, does, words } : undefined;
}
