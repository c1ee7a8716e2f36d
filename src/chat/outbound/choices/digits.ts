import type { MessageBody } from '../../dsl/channel.ts';
import { escapeHtml } from '../../dsl/html.ts';

const CHINESE = '零一二三四五六七八九';
const LINK = /<a href="([^"]*)">(.*?)<\/a>/gs;
const DIGITS = /^(?:第|选)?(\d{1,3})[号號]?[。.、,!)]*$/;
const NUMERALS =
  /^(?:第|选)?(?:([一二三四五六七八九]?)十)?([一二三四五六七八九]|(?<!十)[零〇])?[号號]?[。.、,!)]*$/;

/**
 * Reads a message that is nothing but a number: `3`, `３`, `3号`, `十二。`. Digits up to 999, numerals up to 99; undefined
 * for anything more.
 */
export function parseChoice(text: string): number | undefined {
  const said = text.normalize('NFKC').trim();
  const digits = DIGITS.exec(said)?.[1];
  if (digits) return Number(digits);
  const [, tens, ones] = NUMERALS.exec(said) ?? [];
  if (tens === undefined && ones === undefined) return undefined;
  return (tens === undefined ? 0 : worth(tens || '一') * 10) + worth(ones ?? '零');
}

const worth = (numeral: string): number => Math.max(CHINESE.indexOf(numeral), 0);

/** The actions of a message in the order of their numbers. */
export const choiceActions = ({ buttons }: Pick<MessageBody, 'buttons'>): string[] =>
  buttons.flat().flatMap((button) => ('tap' in button ? [button.tap] : []));

/**
 * The message as text alone: links written out, buttons as a numbered list under it, dead ones left out. It replaces no
 * earlier message.
 */
export function withChoicesAsText({ edit: _, pictures: __, ...kept }: MessageBody): MessageBody {
  const body = { ...kept, html: kept.html.replace(LINK, '$2 $1') };
  const { choices } = body;
  let number = choices?.first ?? 1;
  const lines = body.buttons.flat().flatMap((button) => {
    if ('tap' in button) return [`${number++} ${[button.label, button.detail].filter(Boolean).join(' · ')}`];
    if ('share' in button) return [`${button.label} ${button.link}`];
    return 'url' in button ? [`${button.label} ${button.url}`] : [];
  });
  if (lines.length === 0) return { ...body, buttons: [] };
  const list = escapeHtml(lines.join('\n')).markup;
  const hint = choiceActions(body).length > 0 ? `\n${choices?.hint}` : '';
  return { ...body, html: `${body.html}\n\n${list}${hint}`, buttons: [] };
}
