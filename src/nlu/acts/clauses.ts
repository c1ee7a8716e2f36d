const CLAUSE =
  /…+|\.{3,}|(?<!\d)[,，;；。!！\n]+|[,，;；。!！\n]+(?!\d)|(?<=\d)[，；\n](?=\d)|(?<=[a-z\d)])\.\s+(?=[A-Za-z]{2})|(?<=\d\s?\p{L}{1,8})\s+[/|]\s+(?=\p{L}{2})/u;
/** 六十斤然后野薄荷叶二十六: said in one breath, as telephones write down what is dictated. */
const THEN =
  /(?<=[\d一二三四五六七八九十百斤两克块元个瓶袋箱盒包把])(?:然后|还有|另外|再就是|再有|、)(?=\p{Script=Han}{2,}.*[\d一二三四五六七八九十])/gu;
const NUMBERING =
  /(?:^|[\s;；,，:：])(?:(?:[一二三四五六七八九十]|\d{1,2})[、.．)](?!\d)|(?:另|还有|另外)?一[样种]是|第[一二三四五][样种]是?)\s*/gu;

/** The clauses of a message, each trimmed. */
export const splitClauses = (message: string): string[] =>
  message
    .replace(NUMBERING, '；')
    .replace(THEN, '，')
    .split(CLAUSE)
    .map((clause) => clause.trim())
    .filter(Boolean);
