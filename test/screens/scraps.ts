import { demoQuestions, demoRecipient, demoStream } from '../../prisma/demo/trade.ts';
import { demoHouseholds } from '../../prisma/demo/village.ts';
import { plainText } from '../../src/chat/dsl/html.ts';
import { messageKeys } from '../../src/chat/dsl/i18n.ts';
import type { SeenScreen } from './crawl.ts';
import type { Language } from './visitor.ts';

const KEYS = new Set(messageKeys('en'));

/** Latin words that Chinese readers know, or that name what has no other name. */
const LATIN =
  /\b(?:Walnut|Telegram|English|Language|Which language|Excel|WPS|AutoNavi|SF|OBS|SRS|MediaMTX|PDF|JPG|PNG|WebP)\b/g;
/** Addresses, commands, numbers of orders and parcels. */
const NAMES =
  /nginx-rtmp|docs\/[\w.-]+|https?:\/\/\S+|\/[a-z_]+|\b[A-Z]{1,3}-?\d{3,}\w*\b|start=\S+|\bi_[\w-]+/g;
/** What stands in both languages on purpose: whoever cannot read the one reads the other. */
const BOTH = /中文|用哪种语言？|语言/g;

/** Everything that is written on a screen, line by line. */
export const linesOn = ({ body }: SeenScreen): string[] => [
  ...plainText(body.html).split('\n'),
  ...body.buttons.flat().flatMap((button) => [button.label, ('detail' in button && button.detail) || '']),
];

/** A preview shows what is read in either language, and a proposal is made in both. */
const isInBoth = ({ body }: SeenScreen): boolean =>
  body.html.includes('🌐') ||
  body.buttons.flat().some((button) => 'tap' in button && /^(?:take|draft-stock|publish)\//.test(button.tap));

/** Lines that are not in the language, or no words at all; `said` are other people's own words, which stay as they are. */
export function findScraps(screen: SeenScreen, language: Language, said: readonly string[] = []): string[] {
  const lines = linesOn(screen).map((line) =>
    said.reduce((rest, words) => rest.replaceAll(words, ' '), withoutOwnWords(screen, line, language)),
  );
  return lines.filter((line) => isUnsaid(line) || (language === 'zh' ? hasLatin(line) : hasHan(line)));
}

function withoutOwnWords(screen: SeenScreen, line: string, language: Language): string {
  if (isInBoth(screen)) return '';
  return language === 'zh' ? line : OWN_WORDS.reduce((rest, words) => rest.replaceAll(words, ' '), line);
}

/** What people say and write in their own words, which nobody translates. */
const OWN_WORDS = [
  ...demoHouseholds.flatMap(({ story, pickupPlace }) => [story, pickupPlace]),
  ...Object.values(demoRecipient),
  ...Object.values(demoQuestions),
  '王秀英',
  demoStream,
];

/** A key instead of its words, or a value that nobody meant to show. */
const isUnsaid = (line: string): boolean =>
  /undefined|\[object|NaN|\{ ?\$/.test(line) ||
  (line.match(/[a-z]+(?:-[a-z]+)+/g) ?? []).some((one) => KEYS.has(one));

const hasLatin = (line: string): boolean => /[A-Za-z]{2,}/.test(line.replace(NAMES, ' ').replace(LATIN, ' '));

const hasHan = (line: string): boolean => /\p{Script=Han}/u.test(line.replace(BOTH, ' '));
