// What an operator answers when asked for the village, its county and its province.

export interface Places {
  readonly name: string;
  readonly county: string;
  readonly province: string;
}

/** What stands before and after a name: `我们村叫岭头村。`, `it is called Lingtou`. */
const AROUND =
  /^(?:我们)?(?:村子?|县|省)?(?:叫做?|属于|是|在)|^(?:it['’]?s|it is|we are)? ?(?:called|in) |[。.!！]+$/giu;

/** One name, without the sentence around it; possibly empty. */
export const readPlace = (text: string): string => text.replaceAll(AROUND, '').replaceAll(/\s+/g, ' ').trim();

const ADDRESS =
  /^(?<province>.{2,8}?(?:省|自治区)|(?:北京|天津|上海|重庆)市)\s*(?<county>.{1,12}?[县市区旗])\s*(?<name>.{2,})$/u;

/** All three in one answer: `山西省汾阳市岭头村`, or `Lingtou, Fenyang, Shanxi`. */
export function readPlaces(text: string): Places | undefined {
  const places = readPlace(text);
  const [name, county, province, ...others] = places.split(/\s*[,，、]\s*/);
  if (name && county && province && others.length === 0) return { name, county, province };
  const groups = ADDRESS.exec(places)?.groups;
  if (!groups?.name || !groups.county || !groups.province) return undefined;
  return { name: groups.name, county: groups.county, province: groups.province };
}

/** A question is answered by nobody here, and is no name. */
export const isQuestion = (text: string): boolean => /[?？]/.test(text);

const YES =
  /^(?:对|对的|是|是的|好|好的|行|可以|没错|确认|建村|yes|yep|ok|okay|right|correct|confirm)[!！.。]*$/i;

export const isYes = (text: string): boolean => YES.test(text.trim());
