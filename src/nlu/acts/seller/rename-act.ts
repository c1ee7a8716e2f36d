import { readDataFile } from '../../../shop/values/data-file.ts';
import { lex } from '../../lexer/lexer.ts';
import { isQuantity } from '../../lexer/tokens.ts';
import { normalizeText } from '../../text/text.ts';
import { phrases } from '../lexicon.ts';
import { phrasePattern } from '../phrases.ts';

// 小黄米换个名儿，叫羊肥小米; `could you rename honey to Lime honey`: goods that get another name.

/** `goods` is empty for what is on the table. */
export interface Rename {
  readonly goods: string;
  readonly title: string;
}

const lists = readDataFile('lexicon/renames.yaml', {
  ...{ names: phrases, renews: phrases, becomes: phrases, onwards: phrases, slips: phrases },
  ...{ tails: phrases, heads: phrases, feet: phrases },
});

const name = phrasePattern(lists.names).source;
const renews = phrasePattern(lists.renews).source;
const becomes = phrasePattern(lists.becomes).source;
const onwards = phrasePattern(lists.onwards).source;
const slips = phrasePattern(lists.slips).source;
const tail = new RegExp(`[\\s,.;!"'”’」]*${phrasePattern(lists.tails).source}[\\s,.;!]*$`, 'u');
const head = new RegExp(`^[\\s,.;:]*${phrasePattern(lists.heads).source}[\\s,:]*`, 'u');
const foot = new RegExp(`(?:${phrasePattern(lists.feet).source}|[\\s,.;:'])$`, 'u');

const GOODS = '^(?<goods>.*?)';
const TITLE = '[,:;\\s"“「]*(?<title>[^,;!?]+)';
const SOFT = '(?:一下|一哈|下|哈|了|咯|咧|啦|吧|我想|我要|俺想|想|要|给我|都)*';
const NAMED = `(?:这个|那个|的|这|那)?(?:${name})`;
const SHOULD = "(?:should be|should read|must be|is now|to be|will be|it is|its|it's|is)";
const E_NAME = '(?:product name|listing name|name|title)';
const THE = '(?:(?:the|my|our|its|their) )?';
const TO = '(?: (?:to|as|into|with) |\\s*(?:->|→|=>|=|:)\\s*)';
const CHANGE = '(?:change|update|correct|fix|edit|switch|replace)';
const CALLED = '(?:called|named|listed as|titled|renamed(?: to| as)?|spelled|spelt)';
const BE =
  '(?:(?:should|must|needs? to|has to|have to|ought to|will|shall|to)(?: now)? be|(?:is|are)(?: now| actually| really)?)';

const patterns = (...sources: string[]): RegExp[] => sources.map((source) => new RegExp(source, 'du'));

/** What says by itself that a name is changed. */
const RENAMES = patterns(
  // 小黄米不叫小黄米了，叫羊肥小米; 这个叫葛根淀粉，不叫葛根淀份.
  `${GOODS}不叫.{1,12}?了?[,;\\s]*(?:就|改|现在)?叫${TITLE}`,
  `^(?:这个|它|那个)?叫(?<title>[^,;]+)[,;\\s]*(?:不叫|不是)`,
  // 甜杏仁叫大扁杏仁好听些; 甜杏仁其实是大扁杏仁，名字改一哈.
  `${GOODS}(?:还是)?叫(?<title>[^,;]+?)(?:才|更|比较|要)?好听`,
  `${GOODS}(?:其实|应该|本来|正确的?)?(?:是|叫)(?<title>[^,;]+)[,;\\s]+把?${NAMED}(?:给我|我)?(?:改|换|${slips})`,
  // 换个名儿，叫羊肥小米; 改名为大扁杏仁; 改个名，羊肥小米.
  `${GOODS}${renews}(?:${name}|名)字?${SOFT}[,:;\\s]*${becomes}?${TITLE}`,
  // 名字打错了，红枣改成大红枣; 名字打错了，野山柿并应该是野山柿饼: the goods stand behind.
  `^${NAMED}${slips}[了咯咧啦的]*[,:;\\s]*(?!应该|应当|该)(?<goods>[^,;:]{2,12}?)(?:应该|应当|该)?(?:换成|改成|改为|改叫|叫|是|写成)${TITLE}`,
  // 名字写错了，应该是葛根淀粉.
  `${GOODS}${NAMED}(?:都|给|我|俺)*${slips}[^,:;]{0,8}?(?:[,:;\\s]*${becomes}|[,:;\\s])${TITLE}`,
  // 品名改一下，葛根淀粉; 名字换成玉米糁; 标题叫葛根淀粉.
  `${GOODS}${NAMED}${SOFT}(?:改|换)${SOFT}[,:;\\s]*${becomes}?${TITLE}`,
  `${GOODS}${NAMED}[^,:;a-z]{0,8}?[,:;\\s]*${becomes}${TITLE}`,
  // 以后就叫大扁杏仁; 应该叫赤小豆; 改叫羊肥小米.
  `${GOODS}${onwards}(?:就|都|改)?(?:叫做|叫|喊做|喊|称)${TITLE}`,
  `^re-?name (?<goods>.+?)${TO}${TITLE}`,
  `^re-?name (?<goods>.+?)\\s*["“「](?<title>.+?)["”」]`,
  `^${CHANGE} ${THE}${E_NAME}(?: of| for| from| on)? (?<goods>.+?)${TO}${TITLE}`,
  `^${CHANGE} (?<goods>.+?)(?:'s|s'|s)? ${E_NAME}${TO}${TITLE}`,
  `^${CHANGE} ${THE}${E_NAME}${TO}${TITLE}`,
  `^${CHANGE} (?<goods>.+?) to be (?:called|named) ${TITLE}`,
  `^(?:the |a )?(?:new |right |correct |proper |real )?${E_NAME} (?:of|for) (?<goods>.+?)(?: is wrong)?(?:[,.;]? ${SHOULD}|\\s*[:=])${TITLE}`,
  `${GOODS}(?:'s |s' |\\b)(?:new|right|correct|proper|real|actual|better|full) ${E_NAME}(?: ${SHOULD}|[\\s:,=])${TITLE}`,
  `^make ${THE}${E_NAME}(?: to)? ${TITLE}`,
  `^${THE}${E_NAME} (?:should be|must be|is now|to be) ${TITLE}`,
  `${GOODS}\\b${BE} ${CALLED} ${TITLE}`,
  `^(?:call|name) (?<goods>it|them|this|that|these|those) ${TITLE}`,
  `${GOODS}\\b(?:call|name|rename) (?:it|them|this|that|these|those)(?: (?:to|as|into))? ${TITLE}`,
  `^call (?<goods>.+?)\\s*["“「](?<title>.+?)["”」]`,
  `^(?:i made |made )?(?:there is |there's |theres )?(?:a |the )?(?:typo|spelling mistake|spelling error)(?: in (?:the )?${E_NAME})?[\\s,:;.-]+(?<goods>.*?)\\s*${SHOULD} ${TITLE}`,
  `^(?<goods>.+?) (?:is|was|are|has) (?:misspelled|misspelt|spelled wrong|spelt wrong|written wrong|typed wrong|mistyped|(?:a |the )?wrong ${E_NAME}|(?:got )?a typo)[\\s,;.:-]+(?:it |the (?:right|correct) (?:name|word|spelling) )?${SHOULD} ${TITLE}`,
  `^(?:the |this |that )?(?:${E_NAME}|spelling) (?:is|was) (?:wrong|incorrect|misspelled|misspelt|not right)[\\s,;.:-]+(?:it |the right (?:name|one) )?${SHOULD} ${TITLE}`,
);

/** A slip of the pen: what was typed, and, much like it, what it should have been. */
const SLIPS = patterns(
  `^(?<goods>.{2,16}?)${slips}[了咯咧啦的]*[,:;.\\s]*(?:应该|应当|该)?${becomes}${TITLE}`,
  `^(?<goods>.{2,16}?)(?:改成|改为|换成|改叫|→|->|=>)${TITLE}`,
);

/** How it is done is asked, and nothing is renamed. */
const ASKED = /怎么|咋|如何|点样|什么|啥|哪|\b(?:how|what|which|where|why)\b/u;

/** What gets another name, and which; `titles` are the seller's own. */
export function readRename(message: string, titles: readonly string[] = []): Rename | undefined {
  const text = normalizeText(message.trim());
  if (ASKED.test(text.plain)) return undefined;
  const plain = withoutEnds(text.plain, head);
  const said = text.said.slice(text.said.length - plain.length);
  for (const pattern of RENAMES) {
    const found = readNames(pattern, plain, said, titles);
    if (found) return found;
  }
  const slip = SLIPS.map((pattern) => readNames(pattern, plain, said, titles)).find((one) => one);
  if (slip) return isNear(slip) ? slip : undefined;
  return behindTitle(plain, said, titles);
}

function readNames(
  pattern: RegExp,
  plain: string,
  said: string,
  titles: readonly string[],
): Rename | undefined {
  const { goods, title } = pattern.exec(plain)?.indices?.groups ?? {};
  return title && toRename(goods ? said.slice(...goods) : '', said.slice(...title), titles);
}

/** `call honey Lime honey`, `honey rename lime honey`: one of the seller's titles, and the new one. */
function behindTitle(plain: string, said: string, titles: readonly string[]): Rename | undefined {
  const named = titles.filter((title) =>
    plain.replace(/^(?:call|name|rename) (?:the )?/u, '').startsWith(title.toLowerCase()),
  );
  const title = longest(named);
  const found = title && /^(?:call|name|rename) (?:the )?|$/u.exec(plain);
  if (!title || !found) return undefined;
  const rest = said.slice(found[0].length + title.length);
  const isTold = found[0] !== '' || /^\s*re-?name\b/iu.test(rest);
  return isTold ? toRename(title, rest.replace(/^\s*re-?name(?:d)?(?: to)?/iu, ''), titles) : undefined;
}

/** Longer than that is a story. */
const MOST_SIGNS = 40;

function toRename(before: string, behind: string, titles: readonly string[]): Rename | undefined {
  // 改成「野生爱玉籽」比较好: the name ends with its sign.
  const [quoted = behind] = behind.replace(/^[\s「“『"':：]+/u, '').split(/[」”』]/u);
  const title = withoutEnds(quoted, tail).replace(/[\s」”"'.。!！]+$/u, '');
  const isName = title.length > 1 && title.length <= MOST_SIGNS && !/^(?:off|back)\b/iu.test(title);
  if (!isName || lex(title).tokens.some(isQuantity)) return undefined;
  return { goods: namedGoods(before, titles), title };
}

/** The seller's own title in the words before the new name; else those words, as far as they may name goods. */
function namedGoods(before: string, titles: readonly string[]): string {
  const plain = before.toLowerCase();
  const own = longest(titles.filter((title) => plain.includes(title.toLowerCase())));
  if (own) return own;
  const clause = before.split(/[,，。;；:]/u).findLast((one) => one.trim() !== '') ?? '';
  const goods = withoutEnds(withoutEnds(clause, head), foot)
    .replace(/^「|」$/gu, '')
    .trim();
  return /^(?:it|them|this|that|these|those|它|名字|名)$/iu.test(goods) ? '' : goods;
}

const longest = (names: readonly string[]): string | undefined =>
  names.reduce<string | undefined>(
    (best, one) => (best && best.length >= one.length ? best : one),
    undefined,
  );

/** What an end may hold is taken off as often as it stands there. */
function withoutEnds(text: string, end: RegExp): string {
  const plain = text.toLowerCase();
  const found = end.exec(plain);
  if (!found || found[0] === '') return text;
  const rest = found.index === 0 ? text.slice(found[0].length) : text.slice(0, found.index);
  return withoutEnds(rest, end);
}

/** 葛根淀份 and 葛根淀粉: half of the signs are the same. */
function isNear({ goods, title }: Rename): boolean {
  const signs = new Set(title);
  const same = [...new Set(goods)].filter((sign) => signs.has(sign)).length;
  return same * 2 >= Math.min(new Set(goods).size, signs.size);
}
