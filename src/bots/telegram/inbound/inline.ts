import type { InlineQueryResult } from 'grammy/types';
import type { Sender } from '../../../chat/dsl/event.ts';
import { CAPTION_LIMIT, TEXT_LIMIT } from '../outbound/render.ts';
import { truncateHtml } from '../outbound/truncate.ts';

/** A person typed `@the_bot walnuts` in any chat. */
export interface InlineQueryInput {
  readonly is: 'inline';
  readonly query: string;
  /** How many answers are shown already. */
  readonly offset: number;
  readonly from: Sender;
}

/** One thing to choose; `startPayload` is what its button opens the bot with. */
export interface InlineAnswer {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly html: string;
  /** A picture that the buyers' bot has sent before. */
  readonly photoFile?: string | undefined;
  readonly startPayload: string;
}

export type AnswerInlineQuery = (ask: InlineQueryInput) => Promise<readonly InlineAnswer[]>;

/** Answers in one page; Telegram asks for the next offset on scrolling. It takes at most 50. */
export const INLINE_PAGE = 20;
/** Time limit of an answer: Telegram drops the query soon after. */
const WITHIN_MS = 5_000;

/** The answers to an inline query; none when they are late. */
export async function withinDeadline(
  answers: Promise<readonly InlineAnswer[]>,
): Promise<readonly InlineAnswer[]> {
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

/** Where the next answers begin; empty where these were the last. */
export const nextOffset = (offset: number, shown: number): string =>
  shown === INLINE_PAGE ? String(offset + shown) : '';

/** The offset that Telegram gives back is the one it was given; anything else begins anew. */
export const parseOffset = (text: string): number => (/^\d{1,6}$/.test(text) ? Number(text) : 0);

export const formatResults = (
  answers: readonly InlineAnswer[],
  username: string,
  buttonLabel: string,
): InlineQueryResult[] =>
  answers.slice(0, INLINE_PAGE).map((answer) => {
    const url = `https://t.me/${username}?start=${answer.startPayload}`;
    const reply_markup = { inline_keyboard: [[{ text: buttonLabel, url }]] };
    return { ...formatCard(answer), reply_markup };
  });

/** A product with its picture where Telegram has it, else in words. */
function formatCard({ id, title, description, html, photoFile }: InlineAnswer): InlineQueryResult {
  const about = { id, title, description };
  if (photoFile !== undefined) {
    const caption = truncateHtml(html, CAPTION_LIMIT);
    return { type: 'photo', ...about, photo_file_id: photoFile, caption, parse_mode: 'HTML' };
  }
  const message = { message_text: truncateHtml(html, TEXT_LIMIT), parse_mode: 'HTML' } as const;
  const input_message_content = { ...message, link_preview_options: { is_disabled: true } };
  return { type: 'article', ...about, input_message_content };
}
