/** What the words between products and amounts do to an order. */
export type Cue =
  /** 改成, 不对: what follows replaces what was said last. */
  | 'undo'
  /** 不是, `instead of`: what follows is not wanted. */
  | 'not'
  /** 不要了: what was said just before is not wanted. */
  | 'dropped'
  /** 要, `but`: what follows is wanted. */
  | 'want'
  /** 各: every product gets the same amount. */
  | 'each'
  /** 一共: what follows is a sum of what is listed. */
  | 'total'
  /** 自己吃, 送人: what the amount before is for. */
  | 'purpose'
  /** 吃不完, 太多: the amount before is not wanted. */
  | 'too-much';

/** A cue, or a piece of words between cues, with its place. */
export interface Piece {
  readonly cue: Cue | undefined;
  readonly start: number;
  readonly end: number;
}

const CUES: readonly (readonly [Cue, string])[] = [
  ['too-much', '(?:我们?|家里|根本)?(?:吃|用|喝)不(?:完|了)|太多了?|太少了?|不够[吃用]'],
  [
    'purpose',
    '(?:自己|自家|家里|我)(?:留着)?(?:吃|喝|用|留)(?!的)|自[吃用留](?!的)|送(?:人|礼|朋友|亲戚|领导|客户|同事|父母|老人|老师|长辈|邻居)(?!的)|走亲戚(?!的)',
  ],
  [
    'dropped',
    '(?:都|就|也|先)?(?:我)?(?:不想?要了|不买了|不订了|别发了|不用了|退了吧|取消了)|算了(?:吧)?(?=$)|不算了?|(?:先)?不要(?=$)',
  ],
  [
    'undo',
    '不对不?对?|(?:我|刚才|刚刚|前面)?(?:说|打|写|下|点|发|拍|数)错了?|弄错了?|错了|[啊哦噢额呃]不(?:是|对)?|不不+|^不(?=$)|(?:改|换|变|调|更改|修改|更换)(?:成|为|到|作)|更正为?|(?:加|增加|减|减少|降|涨)(?:到|成)|还是(?:就)?(?:来|要|买|拿)?|改(?:来|要)|换(?:个|点|来|要)|^(?:改|换)|(?:改|换)(?=$)',
  ],
  [
    'undo',
    String.raw`\b(?:swap|exchange|replace|trade)\b[a-z' -]{0,60}?\b(?:for|with)\b|\b(?:switch|change)\b[a-z' -]{0,60}?\b(?:for|to)\b(?!\s*$)|\b(?:no sorry|sorry no|no wait|wait no|wait|oops|scratch that|actually|(?:make|change) (?:that|it)(?: to)?|rather|i mean|i meant|correction|sorry)\b|\bto(?=\s*$)|^to\b`,
  ],
  [
    'not',
    String.raw`\b(?:instead of|rather than|not|don'?t (?:want|need|send)|forget(?: about)?|drop|without|no more|take (?:off|out)|leave (?:out|off)|skip|no(?= [a-z])|swap|exchange|replace|remove|cancel)\b`,
  ],
  [
    'not',
    '不是(?!吗)|不想?要(?!太)|别(?:要|买|发|给我|装)|取消|去掉|退掉|而不是|减(?:掉|去|少)?(?=$)|(?<![至最多])少(?:来|要|拿|装)(?=$)|替换|(?:分|(?<![我您])装|分装|改装)成?(?=$)',
  ],
  [
    'each',
    String.raw`各(?!种|位|地|类|自)(?:样|个)?(?:再|先)?(?:来|要|拿|买|称)?|每(?:样|种|款|个)(?:都)?(?:来|要|拿)?|分别(?:来|要)?|都(?:来|要)|\beach\b(?: of)?|一样(?=$)|一样(?:来|要|拿)(?=$)|\bapiece\b|\bof each\b`,
  ],
  [
    'total',
    String.raw`(?:一共|总共|(?<!公)共|合计|加起来|总计|全部)(?:是|要|来|就|大概)*(?=$)|\b(?:in total|altogether|total(?: of)?)\b`,
  ],
  [
    'want',
    String.raw`而是|(?:我|我们|俺|咱们?)?(?:只|就|想|还|也|先|需|再|都)?要(?!是|不|紧|求|么|点)|^[来拍](?=$)|(?:来|拿|称|整|搞|弄|拍|割|切|剁)(?:上)?(?=$)|给(?:我|俺)(?:们)?|帮我|再来|^是|\bbut\b|\band (?:put|add|send|give)\b|\b(?:i|we) want\b|\bgive me\b|\b(?:for|with)(?=\s*$)`,
  ],
];

const PATTERN = new RegExp(CUES.map(([, source]) => `(${source})`).join('|'), 'g');

/** Divides words into cues and what stands between them. */
export function piecesOf(plain: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  const add = (cue: Cue | undefined, start: number, end: number): void => {
    if (plain.slice(start, end).trim() !== '') pieces.push({ cue, start, end });
  };
  for (const found of plain.matchAll(PATTERN)) {
    const group = found.slice(1).findIndex((part) => part !== undefined);
    add(undefined, from, found.index);
    add(CUES[group]?.[0], found.index, found.index + found[0].length);
    from = found.index + found[0].length;
  }
  add(undefined, from, plain.length);
  return pieces;
}
