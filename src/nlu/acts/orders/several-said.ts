import { lexicon } from '../lexicon.ts';
import { phrasePattern } from '../phrases.ts';

const besides = phrasePattern(lexicon.part.besides);
const LEAD = new RegExp(`^(?:${besides.source}|[\\s,，。;；!！-])+`, 'u');
/** A point or a comma within a figure (2.5斤, 1,000元) is none between parts. */
const STOP = String.raw`(?<!\d)[,。]|[,。](?!\d)|[，;；?？!！\n]`;
const BREAK = new RegExp(
  String.raw`(?:${STOP})+|(?<=\p{Script=Han})\s+(?=\p{Script=Han})|\.\s+|\s+and\s+(?=(?:also|when|how|what|where|which|who|is|are|do|does|can|could|will|would|from)\b)`,
  'iu',
);

/** 红枣咋卖，另外够多少钱能免邮: the parts of a message, each without what only leads to it. */
export const splitSeveral = (message: string): readonly string[] =>
  message
    .split(BREAK)
    .map((part) => part.replace(LEAD, '').trim())
    .filter((part) => part.length > 1);
