import { normalizeText } from '../../../text/text.ts';
import { asksPolitely, pattern } from '../../act-patterns.ts';

// One thing for another, said of a card or of an order: 把苹果换成梨.

const SWAPPED = [
  /^(.{1,20}?)不(?:想)?要了?[,，\s]*(?:给我|帮我|俺)?(?:换成|换|改成|改要|来)(.{1,40})$/u,
  /^(?:把|将)?(.{1,20}?)(?:换成|改成|改为|换作)([^,，。;；]{1,40})/u,
  /\b(?:swap|exchange|change|replace)\s+(?:the\s+)?(.+?)\s+(?:for|with|to|by)\s+([^,;]+)/u,
];

/** Scrap that and do two jars of jam: what was said last goes, where no goods are named. */
const SCRAPPED =
  /(?<!\b(?:don['’]?t|do not|not|never|did you) )\b(?:scrap|forget|ditch|drop|bin|skip|cancel)\s+(?:that|this|it|those|them|the\s+(.{1,24}?))[\s,;]+(?:and\s+|then\s+|just\s+|instead\s+)*(?:do|get|give|take|have|send|put|i\s?ll have|i\s?ll take|i want)\s+(?:me\s+|in\s+)?(.{2,40})$/u;

/** Scrap that, 2 kg of apples instead. */
const SCRAPPED_FOR =
  /(?<!\b(?:don['’]?t|do not|not|never|did you) )\b(?:scrap|forget|ditch|drop|bin|skip|cancel|not)\s+(?:that|this|it|those|them|the\s+(.{1,24}?))[\s,;]+(.{2,40}?)\s+instead$/u;
/** 不对，我说的是苹果: a name was misread. */
const MISHEARD =
  /(?:不对|不是|错了|唔系|唔啱|弄错|搞错)(?:[^\d]{0,6}[我俺](?:说|讲|要|想要)嘅?的?|[,，\s]*(?:说|讲|要|想要)[嘅的])(?:其实)?[是系]([\p{Script=Han}]{2,8})$/u;
/** What is wanted, and what is not. */
const THIS_NOT_THAT = String.raw`\s*(?<into>[^,，。;；]{1,24}?)(?:[,，\s]+(?:and\s+)?(?:not|不是)\s*(?:the\s+)?(?<out>[^,，。;；\d]{1,12}?))?(?:[啊呀哦吧]|\s+please)?[。.!！]*$`;
/** 我要的是梨，不是苹果; 点错了，要红枣; oh no, I meant pears. */
const MEANT = [
  String.raw`^(?:(?:oh|oops|no|sorry|hang on|wait)[\s,]*)*i\s+(?:actually\s+)?(?:meant|wanted)`,
  String.raw`^(?:哎呀|唉|哦|不对)*[,，\s]*(?:[下点买拍订选搞弄]错了?单?了?[,，\s]*)?[我俺]?(?:要|想要|想买|买|点|订)的是`,
  String.raw`^(?:哎呀|唉|哦)*[下点买拍订选]错了[,，\s]*[我俺]?要(?!的是|是)`,
].map((lead) => new RegExp(lead + THIS_NOT_THAT, 'u'));
/** 搞错了，我要的是梨: without the words that lead to it. */
const WANTED_INSTEAD =
  /^[\s,.，是]*(?:i\s+(?:need|want|meant|wanted)\s+|(?:[我俺](?:想|要|想要)?(?:买|要|点|订)?的?是?|要的是|要))?/u;
/** 上次发错了，我要的是红枣: of what came before. */
const saysWhatCame = (plain: string): boolean =>
  /收到|快递/u.test(plain) || [pattern.past, pattern.refund, pattern.received].some((one) => one.test(plain));

const ASKS = /是不是|吗|[?？]\s*$/u;

/** Change it to…: what goes is what stands there. */
const POINTING = /^(?:it|this|that|them|those|这个|那个|它|给我|帮我|给俺|麻烦)$/u;
/** 换成荔枝蜜，数量不变. */
const INTO = /^(?:还是|那就|就|都|给我|帮我)*(?:换成|换做|换作)([^,，。;；]{1,40})/u;

/** 说错了，要的是红枣，能换吗: politely. */
const MAY_IT = /[,，\s]+(?:还)?(?:能|可以|能不能|可不可以|可唔可以)(?:换|改)(?:一下)?[吗不么]?\s*[?？]?$/u;

/** 能把苹果换成梨吗: politely, too. */
const MAY_BE = /^(?:还?[能可]以?)(?=[把将换改])|(?:吗|吧|呗|嘛|么)\s*[?？]?$/gu;

/** One thing for another: `swap the dates for 2 kg of persimmons`. `out` is empty where only what comes is named. */
export function readSwap(message: string): { readonly out: string; readonly into: string } | undefined {
  const plain = normalizeText(message).plain.trim().replace(MAY_IT, '');
  const wished = plain.replace(asksPolitely, ' ').trim().replace(MAY_BE, '').trim();
  for (const one of SWAPPED) {
    const [, out, into] = one.exec(wished) ?? [];
    if (out && into) return { out: POINTING.test(out) ? '' : out, into };
  }
  const scrapped = SCRAPPED.exec(plain.trim()) ?? SCRAPPED_FOR.exec(plain.trim());
  if (scrapped?.[2]) return { out: scrapped[1] ?? '', into: scrapped[2] };
  // 是不是弄错了说的是红枣 only asks.
  const isAsked = ASKS.test(plain.trim());
  const alone =
    INTO.exec(wished)?.[1] ?? (isAsked || saysWhatCame(plain) ? undefined : MISHEARD.exec(plain.trim())?.[1]);
  if (alone) return { out: '', into: alone };
  if (isAsked || saysWhatCame(plain)) return undefined;
  const meant = MEANT.map((form) => form.exec(plain.trim())?.groups).find((found) => found?.into);
  if (meant?.into) return { out: meant.out ?? '', into: meant.into };
  const wrong = pattern.swapped.exec(plain);
  if (!wrong || wrong.index > 5) return undefined;
  return { out: '', into: plain.slice(wrong.index + wrong[0].length).replace(WANTED_INSTEAD, '') };
}
