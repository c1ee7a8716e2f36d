import { looksLikeGoods } from './goods-words.ts';
import type { Part } from './recipient-part.ts';
import type { Text } from './text.ts';

const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫阎段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔赖文温庞樊兰殷施洪翟安颜倪牛柴聂鲁岳齐梅庄辛管祝左涂谷时包耿卜费柳詹关苗欧葛';
/** Goods whose first sign is a surname too. */
const GOODS =
  '黄(?:豆|米|瓜|花|芪|桃|酒|油|鱼|鳝|精|金|芥|糖)|白(?:菜|萝|酒|面|糖|芝|木|茶|米|薯|果|醋|蘑|豆)|石(?:榴|斛|磨|耳|花)|金(?:桔|针|银|橘|瓜|丝)|马(?:铃|蹄|肉|奶|齿)|毛(?:豆|桃|尖|峰|肚|巾)|牛(?:肉|奶|腩|排|杂|轧|蒡|筋|肚)|江(?:米|鱼|虾|豆)|方便|龙(?:眼|虾|井|须|豆)|葛(?:根|粉)|包(?:菜|子|谷|邮|装)|高(?:粱|山|汤)|谷(?:子|物)|汤(?:圆|包|料)|杨(?:梅|桃)|李子|柴(?:鸡|胡|火|鸭)|胡(?:萝|椒|麻|桃)|陈(?:皮|醋|酿|年)|罗汉|田(?:七|螺|鸡)|梅(?:子|菜|干|花)|姜(?:片|糖|茶|粉|黄)|莫名|常温|温州|安吉|安溪|武夷|文山|洪湖|顾客|时蔬|时间|康师|向日|关注|关于|左右|管理|钱|万一|范围|苗条|夏威|熊掌|石头|林下|何首|何时|任何|文字|严实|方法|安排|平安|苏打|兰州|叶子|藜麦|鲁花|青|余额|于是|程序|许多|贺卡|韩国|沈阳|曹县|郑州|唐山|广|西';
const HAN = String.raw`\u4e00-\u9fff`;
const NAME = `(?:欧阳|上官|司马|诸葛|东方|皇甫|尉迟|令狐|(?!${GOODS})[${SURNAMES}])[${HAN}]{1,2}?`;
const TITLE = '(?:先生|女士|小姐|老师|阿姨|叔叔|大爷|大妈|大叔|师傅|总|哥|姐|同学|奶奶|爷爷)';
const LATIN = "[A-Z][a-z'’]+(?:[ -][A-Z][a-z'’]+){0,2}";

const LABELLED = new RegExp(
  `(?:收件人|收货人|联系人|收件|姓名|名字|[我她他]叫|我是(?=(?:${NAME})(?:[\\s,.;]|$))|客户)(?:姓名)?(?:改成|改为|换成|换为|写成?|是|为|叫)?\\s*[:]?\\s*(?!写|错|不|没)([${HAN}·]{2,6}?)(?:收)?(?=[\\s,.;]|电话|手机|地址|$)`,
);
/** 给李梅寄, 送给王阿姨. */
const SENT_TO = new RegExp(
  `(?:(?:送|寄|发|捎)给|给)((?:${NAME}|[${SURNAMES}])${TITLE}|${NAME})(?=[寄送发邮捎,;]|$)`,
);
/** 接龙:王芳, with or without a number before the name. */
const IN_CHAIN = new RegExp(`接龙\\s*[:,]?\\s*(?:\\d{1,3}[.,、]?\\s*)?(${NAME}${TITLE}?)(?=[\\s,:;])`);
const LATIN_LABELLED = new RegExp(
  `(?:\\b(?:[Hh](?:er|is) |[Mm]y )?[Nn]ame(?:'?s| is)?|[Aa]ttn|[Rr]ecipient|[Cc]onsignee|[Cc]ontact)\\s*[:.]?\\s+(${LATIN})|\\b(?:[Ff]or|[Tt]o|[Ii]'?m|[Ii] am|[Tt]his is)\\s+([A-Z][a-z'’]+ [A-Z][a-z'’]+)(?=\\s*(?:[,;.]|$))`,
);
const PLACE =
  /Road|Street|District|Village|County|City|Avenue|Lane|Building|Province|Town|Room|Block|Rd|St$|Ave|University|Hotel|Garden|Shanghai|Beijing|Taiyuan/;

/** Whose parcel it is: by a label, by the phone beside it, or by a title. */
export function findName(text: Text, phone: Part | undefined): Part | undefined {
  return (
    labelled(text) ??
    (phone ? (beside(text, phone) ?? latin(text) ?? alone(text)) : undefined) ??
    titled(text)
  );
}

function labelled(text: Text): Part | undefined {
  for (const pattern of [LABELLED, IN_CHAIN, SENT_TO]) {
    const found = pattern.exec(text.plain);
    if (found?.[1]) return partOf(found, found[1], text);
  }
  const found = LATIN_LABELLED.exec(text.said);
  const name = found?.[1] ?? found?.[2];
  return found && name && !PLACE.test(name) ? partOf(found, name, text) : undefined;
}

/** Right before the phone or right behind it. */
function beside(text: Text, phone: Part): Part | undefined {
  const before = new RegExp(
    `(?:(?<=^|[\\s,.;:()\\d号室楼栋村元院区门县座层])|收货人|收件人|收|给)(${NAME}${TITLE}?)(?:收)?[\\s,.;:()]*$`,
  ).exec(text.plain.slice(0, phone.start));
  if (before?.[1]) return { ...partOf(before, before[1], text) };
  const rest = { said: text.said.slice(phone.end), plain: text.plain.slice(phone.end) };
  const after = new RegExp(`^[\\s,.;:()]*(${NAME}${TITLE}?)(?:收)?(?=[\\s,.;:()]|$)`).exec(rest.plain);
  if (!after?.[1]) return undefined;
  const part = partOf(after, after[1], rest);
  return { text: part.text, start: part.start + phone.end, end: part.end + phone.end };
}

/** With a phone given, a part of the message that is a name and nothing else is the name. */
const alone = (text: Text): Part | undefined =>
  match(new RegExp(`(?<=^|[\\s,.;:])(${NAME}${TITLE}?)(?:收)?(?=[\\s,.;]|$)`), text);

/** Beside an address, a name stands in a clause of its own: 王芳,太原市… */
export function nameBeside(text: Text): Part | undefined {
  const part = alone(text);
  return part && !looksLikeGoods(part.text) ? part : undefined;
}

const titled = (text: Text): Part | undefined =>
  match(
    new RegExp(
      `(?<=^|[\\s,.;:])((?:${NAME}|[${SURNAMES}])${TITLE}(?:收)|(?:${NAME}|[${SURNAMES}])(?:先生|女士|小姐))(?=[\\s,.;]|$)`,
    ),
    text,
  );

/** Two capitalised words beside a phone: Li Lei. */
function latin(text: Text): Part | undefined {
  const pairs = text.said.matchAll(/(?<=^|[,;.:]\s*|\s)([A-Z][a-z]+ [A-Z][a-z]+)(?=\s*(?:[,;.]|$|\+?\d))/g);
  const found = [...pairs].find(([, name = '']) => !PLACE.test(name));
  return found?.[1] ? partOf(found, found[1], text) : undefined;
}

function match(pattern: RegExp, text: Text): Part | undefined {
  const found = pattern.exec(text.plain);
  return found?.[1] ? partOf(found, found[1], text) : undefined;
}

function partOf(found: RegExpExecArray, part: string, { said }: Text): Part {
  const at = found.index + found[0].lastIndexOf(part);
  return {
    text: said
      .slice(at, at + part.length)
      .replace(/收$/, '')
      .trim(),
    start: found.index,
    end: found.index + found[0].length,
  };
}
