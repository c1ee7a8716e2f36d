/** Rows name it, so that each translation can be traced to its prompt. */
export const TRANSLATION_PROMPT = 'translate-1';
