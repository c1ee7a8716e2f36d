import { readBuyer } from '../../read.ts';
import { addressEvidence } from '../../recipient/evidence.ts';
import { readAct } from '../act.ts';
import { pattern } from '../act-patterns.ts';
import { phrasePattern, plainWords } from '../phrases.ts';
import { asksSomething } from '../question-topic.ts';
import { BREAK, isOfAddress, isRemark, standsWithRecipient } from './asides-said.ts';
import { asks } from './asked-beside.ts';
import { apartWords, setApart } from './delivery/set-apart.ts';

// 王芳 139… 白文镇12号 几天能到 再加1斤红枣: what is said beside an address, and is neither of it nor for the parcel.

export interface SaidWithAddress {
  /** The message without them. */
  readonly rest: string;
  /** … with its goods. */
  readonly order: string;
  readonly questions: readonly string[];
  /** Goods with their amounts. */
  readonly goods: readonly string[];
  /** Told, and nothing known is to be done with it. */
  readonly remarks: readonly string[];
}

const ASKS_FIRST = new RegExp(`^${phrasePattern(apartWords.leads).source}`, 'u');
const ofRecipient = phrasePattern(apartWords.ofRecipient);

type Kind = 'questions' | 'goods' | 'remarks';

/** Takes off whatever stands beside whom goods go to; nothing where no phone and no address stands there. */
export function splitFromAddress(message: string): SaidWithAddress | undefined {
  if (!standsWithRecipient(message)) return undefined;
  const kindIn = (words: string): Kind | undefined => kindOf(words, message) ?? remarkOf(words, message);
  const parts = setApart(message, (part) => kindIn(part) !== undefined).split(STOPS);
  const clauses = parts.flatMap((words, i) => {
    const end = parts[i + 1] ?? '';
    return i % 2 === 0 ? [{ words, end, kind: kindIn(words + end.replace(STOP, '')) }] : [];
  });
  const of = (kind: Kind): string[] =>
    clauses
      .filter((one) => one.kind === kind)
      .map(({ words, end }) => (words + end.replace(STOP, '')).trim());
  const without = (isTaken: (kind: Kind | undefined) => boolean): string =>
    clauses
      .map(({ words, end, kind }) => (isTaken(kind) ? '' : words + end))
      .join('')
      .replace(TAIL, '')
      .trim();
  const found = { questions: of('questions'), goods: of('goods'), remarks: of('remarks') };
  if (Object.values(found).every((list) => list.length === 0)) return undefined;
  return {
    rest: without((kind) => kind !== undefined),
    order: without((kind) => kind === 'questions' || kind === 'remarks'),
    ...found,
  };
}

const STOPS = new RegExp(BREAK.source.replace('!！', '!！?？'), 'u');
const STOP = /[^?？]/gu;
const TAIL = /[,，;；。.\s]+$/u;

function kindOf(words: string, message: string): 'questions' | 'goods' | undefined {
  if (words.trim() === '') return undefined;
  if (isOrdered(words, message)) return 'goods';
  return isAsked(words) ? 'questions' : undefined;
}

/** 那单能不能寄到我单位, in front of where that is, asks for no answer but that. */
function isAsked(words: string): boolean {
  const said = plainWords(words);
  // Dalian instead?, behind a street, is where it is.
  const isEnd = !HAN.test(words) && !ASKS_FIRST.test(said);
  if (isEnd || addressEvidence(said) > 1 || !asks(words)) return false;
  if (pattern.correction.test(said) || pattern.thatOrder.test(said)) return false;
  const act = readAct(words);
  // 地址填的是老地址 tells where it is not to go.
  if (act?.is === 'command' && ofRecipient.test(said)) return asksSomething(words);
  return act !== undefined || !ofRecipient.test(said);
}

/** 一只大橘, where a name stands, and 给窦唯, are whom it goes to. */
function isOrdered(words: string, message: string): boolean {
  const { kind, lines, recipient } = readBuyer(words);
  if (kind !== 'order' || recipient || lines.length === 0 || isOfAddress(words, message)) return false;
  const ordered = readBuyer(message).lines.map(({ product }) => product);
  return lines.every(
    ({ product, quantity }) => product !== '' && quantity !== null && ordered.includes(product),
  );
}

/** 我妈牙口不好: of nothing that is read here; 这是我家地址 says no more than the address. */
const remarkOf = (words: string, message: string): 'remarks' | undefined =>
  HAN.test(words) &&
  readBuyer(message).recipient?.address &&
  isRemark(words) &&
  !ofRecipient.test(plainWords(words)) &&
  !isOfAddress(words, message) &&
  !mayBeNickname(words, message)
    ? 'remarks'
    : undefined;

/** 明天会更好 15001744577: where nobody else is named, it may be what somebody is called. */
const mayBeNickname = (words: string, message: string): boolean =>
  !readBuyer(message).recipient?.name && !message.trim().endsWith(words.trim());

const HAN = /\p{Script=Han}/u;
