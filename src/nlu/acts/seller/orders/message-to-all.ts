import { readDataFile } from '../../../../shop/values/data-file.ts';
import { normalizeText } from '../../../text/text.ts';
import { splitClauses } from '../../clauses.ts';
import { phrases } from '../../lexicon.ts';
import { phrasePattern } from '../../phrases.ts';

/** What a seller wants everybody to read whose order is open. */
export interface MessageToAll {
  /** The clauses in front: a deed of its own, or the reason. */
  readonly before: string;
  /** As they were said; nothing where it is only asked how everybody can be told. */
  readonly words: string | undefined;
}

const lists = readDataFile('lexicon/to-all-buyers.yaml', {
  ...{ tell: phrases, gives: phrases, everybody: phrases, says: phrases, how: phrases, done: phrases },
});
const { source: says } = phrasePattern(lists.says);
const { source: how } = phrasePattern(lists.how);
const { source: tell } = phrasePattern(lists.tell);
const TOLD = new RegExp(
  `^(${tell})\\s*${phrasePattern(lists.everybody).source}(?! who\\b)([\\s,，:：]*(?:${says}[\\s,，:：]*)*)`,
  'iu',
);
const HOW = new RegExp(`^(?:我|该|应该|那|那我|\\s)*${how}\\s*(?=${tell})`, 'iu');
const ASKED_HOW = new RegExp(`^${how}`, 'iu');
const SAYS = new RegExp(says, 'iu');
const DONE = new RegExp(`^${phrasePattern(lists.done).source}(?:$|[\\s,，。])`, 'iu');
const QUOTES = /^[「“"'『]+|[」”"'』]+$/gu;
const ASKED = /[?？\s]+$/u;

/** Longer than that is a story. */
const MAX_LENGTH = 300;

/** 告诉所有买家晚三天发, 下雨了，跟下了单的人说一声…; nothing where nobody, or somebody else, is to be told. */
export function readMessageToAll(message: string): MessageToAll | undefined {
  if (message.length > MAX_LENGTH) return undefined;
  for (const clause of splitClauses(message)) {
    const at = message.indexOf(clause);
    const told = at < 0 ? undefined : readTold(message.slice(at));
    if (told) return { before: message.slice(0, at), words: told.words };
  }
  return undefined;
}

function readTold(said: string): Pick<MessageToAll, 'words'> | undefined {
  const { said: even, plain } = normalizeText(said);
  const typed = even.length === said.length ? said : even;
  const asked = HOW.exec(plain)?.[0] ?? '';
  const [all, cue = '', saying = ''] = TOLD.exec(plain.slice(asked.length)) ?? [];
  if (all === undefined) return undefined;
  const behind = typed.slice(asked.length + all.length);
  const words = (asked ? behind.replace(ASKED, '') : behind).replace(QUOTES, '').trim();
  if (words === '' || ASKED_HOW.test(words)) return asked || words ? { words: undefined } : undefined;
  const isTold = !lists.gives.includes(cue) || SAYS.test(saying);
  return isTold && !DONE.test(words) ? { words } : undefined;
}
