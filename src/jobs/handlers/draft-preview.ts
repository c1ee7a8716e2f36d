import type { Locale } from '../../chat/dsl/event.ts';
import { say } from '../../chat/dsl/screen.ts';
import { findLastMessage } from '../../chat/outbound/history/last-message.ts';
import type { ChatId, WriterDraftId } from '../../db/ids.ts';
import { inTransaction } from '../../db/work.ts';
import { isAsked } from '../../shop/catalogue/texts/writer-drafts.ts';
import type { DraftOrder } from '../../writer/drafts/order.ts';
import { partialBlurb } from '../../writer/drafts/partial.ts';
import type { Facts } from '../../writer/facts/facts.ts';
import type { JobDeps } from '../job.ts';

interface Watched {
  readonly chat: ChatId;
  readonly draft: WriterDraftId;
  readonly facts: Facts;
  readonly locale: Locale;
  readonly edits: DraftOrder['edits'];
}

/** Telegram edits a message about once a second; drafts of messages are no denser. */
const SHOW_EVERY_MS = 1_000;
/** Edits of real messages count against the chat's rate. */
const EDIT_EVERY_MS = 3_000;

/** Shows the seller what is being written, and ends the writing when they no longer want it. */
export function watchDraft(deps: JobDeps, watched: Watched) {
  const { appContext } = deps;
  const aborter = new AbortController();
  let [shown, next, everyMs] = ['', 0, SHOW_EVERY_MS];
  let showing: Promise<void> | undefined;

  const show = async (words: string): Promise<void> => {
    if (!(await isAsked({ tx: appContext.db }, watched.draft))) return aborter.abort();
    const screen = { text: say('writing-so-far', { words }) };
    if (await deps.engine.preview(watched.chat, numberOf(watched.draft), screen)) return;
    everyMs = EDIT_EVERY_MS;
    await edit(deps, watched, screen);
  };

  return {
    signal: aborter.signal,
    onText(text: string): void {
      if (showing || Date.now() < next) return;
      const words = partialBlurb(text, watched.locale, watched.facts, watched.edits);
      if (words === undefined || words === shown) return;
      shown = words;
      showing = show(words)
        .catch((error: unknown) =>
          deps.log.warn({ err: error }, 'a text could not be shown while it is written'),
        )
        .finally(() => {
          showing = undefined;
          next = Date.now() + everyMs;
        });
    },
    /** Nothing is shown after this. */
    async ended(): Promise<void> {
      next = Number.POSITIVE_INFINITY;
      await showing;
    },
  };
}

/** A platform without previews: one message, edited. */
async function edit(
  { appContext, engine }: JobDeps,
  { chat, draft }: Watched,
  screen: { text: ReturnType<typeof say> },
) {
  await inTransaction(appContext, async (context) => {
    const earlier = await findLastMessage(context, chat, `writing:${draft}:`);
    await engine.enqueue(context, chat, `writing:${draft}:${context.now.getTime()}`, screen, earlier);
  });
  engine.wakeSender(chat);
}

/** A preview's number, which may not be 0. */
const numberOf = (draft: WriterDraftId): number => Number.parseInt(draft.slice(-6), 16) || 1;
