import type { Lexed } from './lexer.ts';

const LEAD =
  /^(?:装|买家|客人|顾客|客户|今年的?|今天|今早|刚才?|现在|目前|早上|昨天|上午|下午|我家|我们家?|自家|咱家?|家里|俺家?|把|将|给|卖|出售|新上|上架|上新|下架|先|已经|已|又|再|都|还|就|只|有|库存|存货|补货|补|进货|进了|到货|新到|到了|来了|卖了|卖出|卖掉|售出|坏了|送了|剩下?|还有|还剩|只剩|涨价?|降价?|调价?|改价?|价格|价钱|单价|每|一共|共|约|大概|的|了|和|请|帮我|老板|大家好|优惠|特价|便宜|收了|摘了|打了|退回|退了|个|到|成|为)+/;
const TAIL =
  /(?:一共|总共|价格|价钱|单价|售价|卖|现价|现在|今天|从今天起|今起|先|都|全部|又|再|还|就|只|一共|总共|共|约|大概|大约|差不多|有货?|现货|库存|存货|数量|规格|补货|补了?|进货|进了|到货|到了|新到|来了|加了?|卖了|卖出去?|卖掉|卖完|卖光|售出|售罄|坏了|烂了|送人|送了|拿走|发了|出了|剩下?|还有|还剩|只剩|就剩|剩余|涨价?|降价?|调价?|改价?|涨到|降到|调到|改成|改为|改到|降至|涨至|便宜|优惠|特价|打折|贵|涨了|降了|下架|上架|停售|暂停|恢复|没货|没有|没|断货|装|每|的|了|吧|啊|呀|哦|啦|哈|呢|到|成|为|至|要|和|退回|退了|多了|少了|不卖|收了|摘了|打了|已经|已|重新|继续)+$/;

const NOISE = new Set(
  'the a an of for per each at is are was were now only just we i have has had got get my our your in stock left sold out more added add restock restocked another new came arrived returned back received spoiled gave took price prices yuan rmb kuai to from by down up drop dropped reduced raise raised change changed set today still there selling sell on sale please take off put pause stop resume and with plus total remaining remain available fresh-in all gone no hide some it them lower cut make costs cost available:'.split(
    ' ',
  ),
);

/** What the product is called: the first words that are neither numbers nor about the business itself. */
export function titleIn({ text, tokens }: Lexed): string | null {
  const phrases: { start: number; end: number }[] = [];
  for (const token of tokens) {
    if (token.is !== 'word') continue;
    const last = phrases.at(-1);
    const isLatin = /^[a-z]/.test(token.text);
    if (last && isLatin && /^[a-z '’-]*$/.test(text.plain.slice(last.start, token.start)))
      last.end = token.end;
    else phrases.push({ start: token.start, end: token.end });
  }
  for (const { start, end } of phrases) {
    const title = /^[a-z]/.test(text.plain.slice(start))
      ? latin(text.said.slice(start, end))
      : chinese(text.said, text.plain, start, end);
    if (title !== '') return title;
  }
  return null;
}

function chinese(said: string, plain: string, from: number, to: number): string {
  let [start, end] = [from, to];
  for (let length = -1; length !== end - start; ) {
    length = end - start;
    start += LEAD.exec(plain.slice(start, end))?.[0].length ?? 0;
    end = start + plain.slice(start, end).replace(TAIL, '').length;
  }
  return said.slice(start, end);
}

function latin(said: string): string {
  const words = said.split(/\s+/);
  const isNoise = (word: string | undefined): boolean => word !== undefined && NOISE.has(word.toLowerCase());
  let [start, end] = [0, words.length];
  while (start < end && isNoise(words[start])) start += 1;
  while (end > start && isNoise(words[end - 1])) end -= 1;
  return words.slice(start, end).join(' ');
}
