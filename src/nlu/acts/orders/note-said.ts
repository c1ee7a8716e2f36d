import { asksPolitely, pattern } from '../act-patterns.ts';
import { plainWords } from '../phrases.ts';

/** 备注要薄皮的, no note please: what is to stand in the note; '' where there is to be none. */
export function readNote(message: string, said: string): { is: 'note'; text: string } | undefined {
  if (dropsNote(said)) return { is: 'note', text: '' };
  const note = pattern.note.exec(said);
  // Tell them to hurry is no note.
  const lead = said.slice(0, note?.index).replace(asksPolitely, ' ').trim();
  if (!note || lead.length >= 12 || pattern.hurry.test(said) || pattern.urge.test(said)) return undefined;
  const typed = message.slice(message.toLowerCase().indexOf(note[0]) + note[0].length);
  const text = typed
    .replace(/^\s*(?:in|on|inside|with)\b[^:]{0,24}:/iu, '')
    .replace(/^(?:[\s,，:：。]|一下|一声)+/u, '')
    .trim();
  if (text === '') return undefined;
  return { is: 'note', text: isTakenBack(plainWords(text)) ? '' : text };
}

/** 卡片不要了, no note please. */
const dropsNote = (said: string): boolean =>
  pattern.noteNames.test(said) &&
  [pattern.noteNames, pattern.remove, pattern.dropped, asksPolitely, NO]
    .reduce((rest, words) => rest.replace(words, ' '), said)
    .trim() === '' &&
  [pattern.remove, pattern.dropped, NO].some((words) => words.test(said.replace(pattern.noteNames, ' ')));

const NO = /^\s*(?:no|without|不用|不要|不写|别写)\s*|\s*(?:off|out)\s*$/u;

/** 备注不要了: there is to be none. */
const isTakenBack = (said: string): boolean =>
  pattern.remove.test(said) && said.replace(pattern.remove, '').trim() === '';
