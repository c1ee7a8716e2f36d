import { lexicon } from '../lexicon.ts';
import { phrasePattern } from '../phrases.ts';

const besides = phrasePattern(lexicon.part.besides);
const LEAD = new RegExp(`^(?:${besides.source}|[\\s,，。;；!！-])+`, 'u');
const BREAK =
  /[,，;；。?？!！\n]+|(?<=\p{Script=Han})\s+(?=\p{Script=Han})|\.\s+|\s+and\s+(?=(?:also|when|how|what|where|which|who|is|are|do|does|can|could|will|would|from)\b)/iu;
/** A telephone number or a sum with a comma in it is not taken apart. */
const FIGURES = /(?<=\d)[,.](?=\d)/gu;

/** 红枣咋卖，另外够多少钱能免邮: the parts of a message, each without what only leads to it. */
export const splitSeveral = (message: string): readonly string[] =>
  message
    .replace(FIGURES, '\u0000')
    .split(BREAK)
    .map((part) => part.replaceAll('\u0000', ',').replace(LEAD, '').trim())
    .filter((part) => part.length > 1);
