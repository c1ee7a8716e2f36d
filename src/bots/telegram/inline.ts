import type { InlineQueryResultArticle } from 'grammy/types';
import type { From } from '../../chat/event.ts';
import { cut } from './cut.ts';
import { TEXT_LIMIT } from './render.ts';

/** Somebody types `@the_bot walnuts` in any chat. */
export interface InlineAsk {
  readonly is: 'inline';
  readonly query: string;
  readonly from: From;
}

/** One thing to choose; `startPayload` is what its button opens the bot with. */
export interface InlineAnswer {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly html: string;
  readonly photoUrl?: string;
  readonly startPayload: string;
}

export type AnswerAsk = (ask: InlineAsk) => Promise<readonly InlineAnswer[]>;

/** The most that Telegram shows for one query. */
const MOST = 50;
/** Telegram gives a query up soon after. */
const WITHIN_MS = 5_000;

/** The answers to an ask; none when they are not there in time. */
export async function inTime(answers: Promise<readonly InlineAnswer[]>): Promise<readonly InlineAnswer[]> {
  let timer: NodeJS.Timeout | undefined;
  const nothing = new Promise<readonly InlineAnswer[]>((resolve) => {
    timer = setTimeout(resolve, WITHIN_MS, []);
  });
  try {
    return await Promise.race([answers, nothing]);
  } finally {
    clearTimeout(timer);
  }
}

export const articlesOf = (
  answers: readonly InlineAnswer[],
  username: string,
  buttonLabel: string,
): InlineQueryResultArticle[] =>
  answers.slice(0, MOST).map(({ id, title, description, html, photoUrl, startPayload }) => ({
    type: 'article',
    id,
    title,
    description,
    ...(photoUrl && { thumbnail_url: photoUrl }),
    input_message_content: {
      message_text: cut(html, TEXT_LIMIT),
      parse_mode: 'HTML',
      link_preview_options: { is_disabled: true },
    },
    reply_markup: {
      inline_keyboard: [[{ text: buttonLabel, url: `https://t.me/${username}?start=${startPayload}` }]],
    },
  }));
