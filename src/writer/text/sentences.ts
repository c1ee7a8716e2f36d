/** A text in sentences, each with its end mark; a point within a number ends none. */
export const splitSentences = (text: string): string[] =>
  (text.match(/(?:[^。！？!?.\n]|\.(?=\d))+[。！？!?.]*/gu) ?? [])
    .map((sentence) => sentence.trim())
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));

/** Sentences as one text; Chinese ones stand without a space between. */
export const joined = (sentences: readonly string[], isChinese: boolean): string =>
  sentences.join(isChinese ? '' : ' ');
