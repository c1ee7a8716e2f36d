/** Splits a text into sentences with their end marks. A point within a number ends no sentence. */
export const splitSentences = (text: string): string[] =>
  (text.match(/(?:[^。！？!?.\n]|\.(?=\d))+[。！？!?.]*/gu) ?? [])
    .map((sentence) => sentence.trim())
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));

/** Joins sentences, Chinese ones without spaces. */
export const joined = (sentences: readonly string[], isChinese: boolean): string =>
  sentences.join(isChinese ? '' : ' ');
