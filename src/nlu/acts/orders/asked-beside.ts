import { lex } from '../../lexer/lexer.ts';
import { findGoods } from '../../model/goods.ts';
import { knownGoodsFor, type ReadContext, readBuyer } from '../../read.ts';
import type { BuyerReading } from '../../reading.ts';
import { normalizeText } from '../../text/text.ts';
import { readAct } from '../act.ts';
import { pattern } from '../act-patterns.ts';
import { lexicon } from '../lexicon.ts';
import { packed, phrasePattern, plainWords } from '../phrases.ts';
import { asksForFee, isAsking, namesAmount } from '../question-topic.ts';

/** An order, and what is asked behind or before it. */
export interface OrderWithQuestions {
  /** The message without the questions, as it was typed. */
  readonly rest: string;
  readonly questions: readonly string[];
}

const BREAK = /[,，;；。!！?？\n]+|(?<=\p{Script=Han})\s+(?=\p{Script=Han})|\.\s+|\s[-–—]\s/gu;
const besides = phrasePattern(lexicon.part.besides, 'g');
const lead = phrasePattern(lexicon.part.besides);
const idle = new Set(lexicon.part.idle.map(packed));
/** Shorter than that asks nothing of its own. */
const LEAST_SIGNS = 3;

/** 给我来6斤黄豆对了你们村在哪个省啊: the order, and the question; nothing where the message is one of them alone. */
export function splitAsked(message: string, context: ReadContext): OrderWithQuestions | undefined {
  const { said } = normalizeText(message);
  const whole = readBuyer(message, context);
  const pieces = byPieces(said);
  const split = pieces ?? (whole.recipient ? undefined : byCut(said, context, whole));
  if (!split || split.questions.some((one) => pattern.priced.test(plainWords(one)))) return undefined;
  // 五斤苹果寄过来多少钱 asks, and orders nothing.
  const isMeant = whole.kind !== 'question' || WANTS.test(plainWords(split.rest)) || !asksForFee(message);
  return isMeant && isStated(readBuyer(split.rest, context), split === pieces) ? split : undefined;
}

const WANTS = /来|要|买|给我|拿|订|称|\b(?:want|need|order|buy|get|send|like|take|please)\b/u;

/** `mayBeBare`: 2 kg please, behind a question that names it. */
const isStated = ({ kind, lines }: BuyerReading, mayBeBare = false): boolean =>
  kind === 'order' &&
  lines.length > 0 &&
  lines.every(({ quantity }) => quantity !== null) &&
  ((mayBeBare && lines.length === 1) || lines.some(({ product }) => product !== ''));

/** At signs, at blanks between Chinese words, and in front of 对了 and its like. */
function byPieces(said: string): OrderWithQuestions | undefined {
  const pieces = piecesOf(said);
  const asked = pieces.filter(asks);
  if (asked.length === 0 || asked.length === pieces.length) return undefined;
  const rest = pieces.filter((one) => !asked.includes(one)).join('');
  return { rest: withoutTail(rest), questions: asked.map(withoutLead) };
}

function piecesOf(said: string): string[] {
  const ends = [...said.matchAll(BREAK)].map(({ index, 0: sign }) => index + sign.length);
  const starts = [...said.matchAll(besides)].map(({ index }) => index);
  const cuts = [...new Set([0, ...ends, ...starts, said.length])].sort((one, other) => one - other);
  return cuts.slice(1).map((end, i) => said.slice(cuts[i], end));
}

/** In one breath, as telephones write down what is dictated: cut behind goods or an amount. */
function byCut(said: string, context: ReadContext, whole: BuyerReading): OrderWithQuestions | undefined {
  const lexed = lex(said);
  const marks = findGoods(lexed, knownGoodsFor(context));
  const ends = lexed.tokens.flatMap(({ is, end }, i) =>
    is === 'amount' || marks[i] === 'E' || marks[i] === 'S' ? [end] : [],
  );
  for (const end of ends) {
    const [rest, question] = [said.slice(0, end), said.slice(end)];
    if (asks(question) && keepsAll(readBuyer(rest, context), whole))
      return { rest: withoutTail(rest), questions: [withoutLead(question)] };
  }
  return undefined;
}

/** 1 kg of millet and 2 kg | of beans, please?: no goods of an order go to its question. */
const keepsAll = (rest: BuyerReading, whole: BuyerReading): boolean =>
  isStated(rest) &&
  (!isStated(whole) ||
    whole.lines.every((line) => rest.lines.some(({ product }) => product === line.product)));

/** … 2 kg of dates. By the way, */
const withoutTail = (rest: string): string => rest.replace(TAIL, '').trim();
const TAIL = new RegExp(`(?:[\\s,，。;；!！.-]|${besides.source})+$`, 'u');

const withoutLead = (piece: string): string => {
  const trimmed = piece.replace(/^[\s,，。;；!！-]+/u, '').trim();
  const found = lead.exec(trimmed);
  return found?.index === 0 ? trimmed.slice(found[0].length).replace(/^[\s,，]+/u, '') : trimmed;
};

/** Whether a piece asks something that wants an answer of its own. */
export function asks(piece: string): boolean {
  const question = withoutLead(piece);
  const said = plainWords(question);
  if (said.length < LEAST_SIGNS || namesAmount(question) || idle.has(packed(said))) return false;
  const act = readAct(question);
  if (act) return act.is === 'topic' || act.is === 'bot' || act.is === 'command';
  return isAsking(question);
}
