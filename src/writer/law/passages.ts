/** A range of a plain text. */
export interface Place {
  readonly from: number;
  readonly to: number;
}

/** Signs that are judged together: about two lines of a blurb. */
const MOST_SIGNS = 70;
const LATIN_PER_SIGN = 2;

/** Cuts a plain text into passages that are judged apart: as many whole clauses as belong together. */
export function findPassages(text: string): Place[] {
  const passages: Place[] = [];
  for (const clause of findClauses(text)) {
    const last = passages.at(-1);
    if (last && countSigns(text.slice(last.from, clause.to)) <= MOST_SIGNS)
      passages[passages.length - 1] = { from: last.from, to: clause.to };
    else passages.push(clause);
  }
  return passages;
}

/** The clauses of a text, without the marks that end them. */
export const findClauses = (text: string): Place[] =>
  piecesAt(text, /[,.;:、。!?\n]*[,;、。!?\n]+|\.(?=\s|$)/g);

/** The sentences of a text. */
export const findSentences = (text: string): Place[] => piecesAt(text, /[;。!?\n]+|\.(?=\s|$)/g);

function piecesAt(text: string, ends: RegExp): Place[] {
  const marks = [...text.matchAll(ends)].map(({ index, 0: mark }) => ({
    from: index,
    to: index + mark.length,
  }));
  const starts = [0, ...marks.map(({ to }) => to)];
  return starts
    .map((from, i) => ({ from, to: marks[i]?.from ?? text.length }))
    .map(({ from, to }) => ({ from: from + (/\S/.exec(text.slice(from, to))?.index ?? 0), to }))
    .filter(({ from, to }) => /[\p{L}\p{N}]/u.test(text.slice(from, to)));
}

/** Chinese signs, and half of all others. */
export const countSigns = (text: string): number => {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  return han + (text.length - han) / LATIN_PER_SIGN;
};
