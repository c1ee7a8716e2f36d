import { soughtWords } from '../../around/sought-words.ts';
import { phrasePattern, plainWords } from '../phrases.ts';

const ASKED = [
  /^(?:那|请问|你们?家?|还|这个?|里面)?有(?:没有|没得|没|冇|无)?(?<quality>[^ ]{1,8}?)(?:一?[点些]儿?)?的(?:货|么|吗|没有|没|不|呢|嘛|啊|呀|冇)?$/u,
  /^(?<quality>[^ 有]{1,8}?)(?:一?[点些]儿?)?的(?:有没有|有吗|有没|有不|还有吗|有冇)$/u,
  /^(?:and )?(?:do you have|have you got|have you|got|is there|are there|what about|how about)? ?(?:any|an?|some)? ?(?<quality>(?:more |less )?[a-z]+) ones?(?: (?:too|as well|left))?$/u,
  /^(?:do you have|have you got|have you|got|is there|are there)? ?any(?:thing)? (?<quality>[a-z]{3,}er)(?: (?:one|ones|than that|than this))?$/u,
];
const NO_QUALITY = new RegExp(`^更?${phrasePattern(soughtWords.noQualities).source}`, 'u');

/** 有大点的吗, any sweeter ones: how the goods should be, where none are named; they are those on the screen. */
export function readQualityAsked(message: string): string | undefined {
  const said = plainWords(message);
  const quality = ASKED.map((one) => one.exec(said)?.groups?.quality).find((found) => found !== undefined);
  return quality === undefined || NO_QUALITY.test(quality) ? undefined : quality.replace(/^更/u, '');
}
