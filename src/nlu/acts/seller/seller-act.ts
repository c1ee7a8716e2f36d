import { lex } from '../../lexer/lexer.ts';
import { isQuantity, type Quantity } from '../../lexer/tokens.ts';
import { readSeller } from '../../read.ts';
import { normalizeText } from '../../text/text.ts';
import { saysWait } from '../drafts/draft-act.ts';
import { readDraftFix } from '../drafts/draft-fix.ts';
import { readInstead } from '../instead.ts';
import { lexicon } from '../lexicon.ts';
import { saidForList } from '../otherwise.ts';
import { findWhole, phrasePattern, phrasePatterns, plainWords } from '../phrases.ts';
import { isForBuyers } from './own-words.ts';
import { readRename } from './rename-act.ts';
import { type HelpTopic, type SellerScreen, sellerLexicon, type TakingsPeriod } from './seller-lexicon.ts';
import { readCourtesy } from './small-talk.ts';
import { readStreamVerb } from './stream-act.ts';
import { readUndo, saysUndo, type UndoAct } from './undo-words.ts';

/** What a seller's message does, beside offers, prices and amounts: pure, from its words alone. */
export type SellerAct =
  | { readonly is: 'greet' | 'bot' | 'yes' | 'no' }
  /** `agrees`: with a yes beside it, 行，辛苦啦. */
  | { readonly is: 'thanks' | 'bye'; readonly agrees?: true }
  | { readonly is: 'praise' | 'anger' | 'chat' | 'heard' | 'wait' }
  | { readonly is: 'publish' | 'discard' | 'wrong' | 'person' | 'follow' }
  /** Of what the last message changed, unless more or less is said. */
  | UndoAct
  | { readonly is: 'show'; readonly screen: SellerScreen }
  | { readonly is: 'help'; readonly topic: HelpTopic }
  /** `goods` is empty for what is on the table. */
  | { readonly is: 'photo'; readonly goods: string }
  | { readonly is: 'remove'; readonly goods: string }
  | { readonly is: 'rename'; readonly goods: string; readonly title: string }
  /** As 9月28日, of what the message names. */
  | { readonly is: 'harvest'; readonly day: string }
  /** No words: a text is to be written. */
  | { readonly is: 'blurb'; readonly goods: string; readonly words: string };

const { whole, part, screens, help, periods } = sellerLexicon;

const courtesy = phrasePattern(lexicon.courtesy, 'g');

const findTalk = findWhole({
  greet: lexicon.whole.greet,
  thanks: lexicon.whole.thanks,
  bye: lexicon.whole.bye,
  yes: lexicon.whole.yes,
  no: [...lexicon.whole.no, ...lexicon.whole.drop],
});
const findAct = findWhole({ ...whole, wrongUndone: [...whole.undo, ...whole.wrong] });
const findScreen = findWhole(screens);
const said = phrasePatterns(part);
const cue = phrasePattern(help.cue);
const bot = phrasePattern(lexicon.part.bot);
const topicPatterns = Object.entries(phrasePatterns(help.topics));

function renameAct(message: string, titles: readonly string[]): SellerAct | undefined {
  const rename = readRename(message, titles);
  return rename && { is: 'rename', ...rename };
}

/** Longer than that is no plain act. */
const MAX_LENGTH = 120;

/** The act of a whole message or of one clause; nothing where it is about goods, prices and amounts. */
export function readSellerAct(message: string, titles: readonly string[] = []): SellerAct | undefined {
  if (message.length > MAX_LENGTH) return undefined;
  const words = plainWords(message);
  const act = findAct(words, courtesy) ?? findTalk(words, courtesy);
  if (act) return act === 'wrongUndone' || act === 'undo' ? { is: 'undo' } : { is: act };
  const screen = findScreen(words, courtesy);
  if (screen) return { is: 'show', screen };
  const small = readCourtesy(words);
  if (small) return small;
  return (
    readView(message, words) ??
    readHarvest(message) ??
    readBlurb(message) ??
    renameAct(message, titles) ??
    readPhotoWish(words) ??
    readTableAct(words) ??
    readTalk(message, words) ??
    readHelp(message, words)
  );
}

const { complaint, anger, praise, chat } = sellerLexicon.talk;
const talk = phrasePatterns({ complaint, anger, praise, chat });
const findHeard = findWhole({ heard: sellerLexicon.talk.heard });
/** Longer than that tells something beside the mood. */
const TALK_LENGTH = 40;

/** 你怎么这么笨, 真好用, 今天下雨了: talk that is no business, and names no figure. */
function readTalk(message: string, words: string): SellerAct | undefined {
  if (words.length > TALK_LENGTH || lex(message).tokens.some(isQuantity)) return undefined;
  if (findHeard(words, courtesy)) return { is: 'heard' };
  if (talk.complaint.test(words) && !cue.test(words.replace(talk.complaint, ' '))) return { is: 'person' };
  if (bot.test(words)) return { is: 'bot' };
  const isOther = () => readSeller(message).kind === 'other';
  // No wait, I meant 7 pm: put right, and nobody is kept waiting.
  if (
    saysWait(message) &&
    !readDraftFix(message)?.right &&
    readStreamVerb(message) === undefined &&
    isOther()
  )
    return { is: 'wait' };
  // 眼睛不好使了 is no praise.
  const unsaid = words.replace(/[不没唔](?!错)\p{Script=Han}{2}/gu, ' ');
  const mood = (['anger', 'praise', 'chat'] as const).find((one) =>
    talk[one].test(saidForList('seller', one, one === 'praise' ? unsaid : words)),
  );
  // 哎呀，核桃卖完了: said with a sigh, and meant.
  return mood && isOther() ? { is: mood } : undefined;
}

/** 昨天卖了多少, 谁还没付款, 有人问我吗: asked to be shown. */
function readView(message: string, words: string): SellerAct | undefined {
  if (isPeriodAlone(words)) return { is: 'show', screen: 'sales' };
  // 卖了几单: asked, and no figure.
  if (
    lex(message).tokens.some(
      (token) => isQuantity(token) && token.is !== 'unit' && !/[几多]/u.test(token.text),
    )
  )
    return undefined;
  if (said.unpaid.test(words)) return { is: 'show', screen: 'unpaid' };
  if (said.asked.test(words)) return { is: 'show', screen: 'asked' };
  return said.takings.test(words) ? { is: 'show', screen: 'sales' } : undefined;
}

const periodPatterns = Object.entries(phrasePatterns(periods)) as [TakingsPeriod, RegExp][];

/** 上个月呢: of takings, which are all that has a time. */
const isPeriodAlone = (words: string): boolean =>
  periodPatterns.some(([, pattern]) => pattern.test(words)) &&
  AND_THEN.test(periodPatterns.reduce((text, [, pattern]) => text.replace(pattern, ' '), words).trim());

const AND_THEN = /^(?:那|那么|and|what about|how about|and for)?\s*(?:the)?\s*(?:的?呢|的|怎么样|咋样)?$/u;

const ofToday = phrasePattern(sellerLexicon.today);

/** Of which time takings are wanted; nothing where none is named. */
export function readPeriod(message: string): TakingsPeriod | undefined {
  const words = plainWords(message);
  const named = periodPatterns.find(([, pattern]) => pattern.test(words))?.[0];
  return named ?? (ofToday.test(words) ? 'today' : undefined);
}

/** 红枣照片拍歪了想重照, `swap the honey picture`; how it is done is no wish. */
function readPhotoWish(words: string): SellerAct | undefined {
  const isWish = said.photoNames.test(words) && said.photoWants.test(words) && !said.photoOthers.test(words);
  if (!isWish || said.how.test(words) || /\d(?! ?(?:张|photo|pic))/u.test(words)) return undefined;
  if (cue.test(words) && !MAY_I.test(words)) return undefined;
  return { is: 'photo', goods: goodsIn(words, said.photo.exec(words)?.[0] ?? '') };
}

const captionWords = phrasePattern(part.photoCaption, 'g');

/** 换这张, `new photo of honey`, 红枣新的: below a photo, of goods that have one already, whose titles are `titles`. */
export function isNewPhoto(caption: string, titles: readonly string[]): boolean {
  const words = plainWords(caption);
  if (words === '' || lex(caption).tokens.some((token) => isQuantity(token) && token.text !== '一张'))
    return false;
  if (readSellerAct(caption)?.is === 'photo') return true;
  const title = titles.find((one) => words.includes(one.toLowerCase())) ?? '';
  const rest = words.replace(title.toLowerCase(), ' ');
  const isAll = rest.replace(captionWords, ' ').trim() === '';
  return (
    isAll &&
    (said.photoNames.test(words) || NEW_PHOTO.test(rest)) &&
    (title !== '' || /[换用图照相]|p/u.test(rest))
  );
}

const NEW_PHOTO = /换|新|用这|图|重拍|更新|\b(?:new|replace|update|better|clearer|use)\b/u;

/** Undo, throw away, another photo: about what was last on the table, or what is named. */
function readTableAct(words: string): SellerAct | undefined {
  // 头茬核桃照旧九块: a price is said, and nothing taken back.
  if (/\d/.test(words) || lex(words).tokens.some(({ is }) => is === 'money')) return undefined;
  if (saysUndo(words) && !cue.test(words)) return readUndo(words);
  if (said.discard.test(words)) return { is: 'discard' };
  const removal = readRemoval(words);
  if (removal) return removal;
  const photo = said.photo.exec(words);
  if (photo && !said.how.test(words) && (!cue.test(words) || MAY_I.test(words)))
    return { is: 'photo', goods: goodsIn(words, photo[0]) };
  return undefined;
}

/** 能不能换下照片, `can I change the picture`: asked to do it. */
const MAY_I = /能不能|可不可以|可以.*吗|能.*吗|[行成中得]不|得唔得|\b(?:can|could|may) (?:i|we|you)\b/u;

const LEFT_OVER = /把|给|我|想|要|一下|的|吧|了|请|再|张|\b(?:the|of|for|my|please|to|want|i|a)\b/g;

const goodsIn = (words: string, cueWords: string): string =>
  words
    .replace(cueWords, ' ')
    .replace(LEFT_OVER, ' ')
    .replace(/照片|图片?|photo|picture/g, ' ')
    .trim();

/** 加个帮手, 找个人: no amount of goods. */
const isOnePiece = (token: Quantity): boolean => token.is === 'amount' && token.text === '个';

/** 能收支付宝不, 帮手得唔得改价: asked by its last sign. */
const YES_OR_NO = /(?:能|可以|得|要|会|给|行|成|兴)[^,，。]{0,12}(?:不|未|没|冇|咩|不成|不行)$/u;

function readHelp(message: string, words: string): SellerAct | undefined {
  const quantities = lex(message)
    .tokens.filter(isQuantity)
    .filter((token) => !isOnePiece(token));
  // 咋弄成五斤一袋的卖: how it is done, with an example. A price is always about goods.
  const isExample = said.how.test(words) && quantities.every(({ is }) => is === 'amount' || is === 'unit');
  if (quantities.length > 0 && !isExample) return undefined;
  if (bot.test(words)) return { is: 'bot' };
  if (said.person.test(saidForList('seller', 'person', words))) return { is: 'person' };
  if (!cue.test(words) && !YES_OR_NO.test(words)) return undefined;
  const topic = topicPatterns.find(([, pattern]) => pattern.test(words))?.[0];
  return topic === undefined ? undefined : { is: 'help', topic: topic as HelpTopic };
}

const SHOP_NAME =
  /(?:园|店|铺|铺子|农场|合作社|小院|人家|之家|农庄)$|\b(?:farm|shop|store|garden|orchard)$/iu;

/** 老刘家果园: what a shop is called, and no goods. */
export const isShopName = (title: string): boolean => SHOP_NAME.test(title);

const HARVESTED =
  /^.{1,12}?(\d{1,2})\s*月\s*(\d{1,2})\s*[日号](?:才|刚|新|现)?[打摘收采挖割晒](?:的|了的?|下来的)$/u;

/** 核桃是9月28号打的: when it was picked. */
function readHarvest(message: string): SellerAct | undefined {
  const [, month, day] = HARVESTED.exec(normalizeText(message).plain.replace(/[。.!]+$/u, '')) ?? [];
  return month && day ? { is: 'harvest', day: `${month}月${day}日` } : undefined;
}

const BLURB =
  /^(?:请|帮我|给|把|将)*\s*(.{0,16}?)的?(?:介绍|描述|说明|简介|文案|宣传语)(?:改成|改为|写成|换成|加上|写上|写|改|[:：])(?:一下|一段|一个|一句)?[:：,，\s]*(.*)$/u;
const ENGLISH_BLURB =
  /^(?:please )?(?:change|set|make|write|update) (?:the |a |my )?(?:description|blurb|text|story) (?:of|for|about) (?:the |my )?(.+?)(?:(?: to|:| as)\s+(.+))?$/iu;

/** 核桃介绍改成今年新打的，皮薄好剥; 给小米写个介绍 is the writer's. */
function readBlurb(message: string): SellerAct | undefined {
  const { said: typed, plain } = normalizeText(message);
  const found = cue.test(plain) ? undefined : (BLURB.exec(plain) ?? ENGLISH_BLURB.exec(plain));
  if (!found) return undefined;
  const [, goods = '', words = ''] = found;
  const own = typed.slice(typed.length - words.length).trim();
  const isText = [...own].length >= 4 && isForBuyers({ of: 'goods', goods: '', words: own, adds: false });
  return { is: 'blurb', goods: goods.trim(), words: isText ? own : '' };
}

/** 删掉鸡蛋, `delete the duck eggs`: it goes from the shelf for good. */
function readRemoval(words: string): SellerAct | undefined {
  const found = said.remove.exec(words);
  if (!found || cue.test(words)) return undefined;
  const goods = goodsIn(words, found[0]);
  return goods === '' ? { is: 'discard' } : { is: 'remove', goods };
}

/** What follows "no, it is …": the message without the words of correction; nothing where there are none. */
export function readCorrection(message: string): string | undefined {
  const { plain } = normalizeText(message);
  const instead = readInstead(message);
  if (instead) return instead;
  const found = said.correction.exec(plain);
  if (!found || found.index > 10) return readRather(message, plain);
  const rest = message.slice(found.index + found[0].length);
  const before = message.slice(0, found.index);
  return `${before} ${rest}`.replace(/^[\s,，:：。.是]+/u, '').trim();
}

/** 还是25吧，不涨了; put it back to 60: the one figure that it is to be. */
function readRather(message: string, plain: string): string | undefined {
  const found = said.rather.exec(plain);
  if (!found || found.index > 4) return undefined;
  const figures = lex(message).tokens.filter(isQuantity);
  const [figure, ...others] = figures;
  const isNext = figure && others.length === 0 && figure.start - (found.index + found[0].length) <= 3;
  return isNext ? message.slice(figure.start, figure.end) : undefined;
}
