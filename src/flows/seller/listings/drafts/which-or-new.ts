import { z } from 'zod';
import { tap } from '../../../../chat/dsl/action.ts';
import { ask } from '../../../../chat/dsl/flow.ts';
import { type Reply, type Screen, say } from '../../../../chat/dsl/screen.ts';
import { readSeller } from '../../../../nlu/read.ts';
import type { SellerReading } from '../../../../nlu/reading.ts';
import type { Product } from '../../../../shop/catalogue/products/catalogue.ts';
import { newQuestionId } from '../../../common/question-id.ts';
import { flow, type Turn } from '../../../flow.ts';
import { homeButton } from '../../../screens/values.ts';
import { oldCard } from '../../acting.ts';
import { changeActs, parseChangeRequest } from '../changes/change-request.ts';
import { type Choice, whichScreen } from '../changes/changes-screen.ts';
import { createDraftFrom } from './draft-fill.ts';

const wordsShape = z.object({ words: z.string() });

/** 萝卜卖3块一斤吧, and there are two kinds of 萝卜: one of them, or something new? */
export const whichOrNew = flow('which-or-new', {
  taps: { 'new-goods': beginNew },
  answers: { 'which-or-new': { data: wordsShape, read: () => undefined } },
});

/** Asks where goods on sale are called so at their end, and only a price is said; nothing where that is not so. */
export function askWhichOrNew(
  turn: Turn,
  reading: SellerReading,
  found: readonly Product[],
): Screen | undefined {
  const { title, stock, packs } = reading;
  if (title === null || stock || packs.length > 0) return undefined;
  const kinds = found.filter((one) => isKindOf(one, title));
  const wish = parseChangeRequest(turn.text, reading);
  const choices = kinds.flatMap((product): Choice[] =>
    wish ? changeActs(product, wish).map((act) => ({ product, act })) : [],
  );
  if (choices.length === 0) return undefined;
  const { buttons = [], ...screen } = whichScreen(choices, newQuestionId(turn.now), false);
  return {
    ...screen,
    buttons: [...buttons, [{ label: say('which-new', { title }), tap: tap('new-goods') }], [homeButton]],
    asks: ask('which-or-new', { words: turn.text }),
    fresh: true,
  };
}

/** 沙窝萝卜 of 萝卜, golden raisins of raisins. */
function isKindOf({ title, titleEn }: Product, words: string): boolean {
  const said = words.trim().toLowerCase();
  return [title, titleEn ?? ''].some((name) => {
    const own = name.toLowerCase();
    return own !== said && (own.endsWith(said) || own.endsWith(`${said}s`));
  });
}

async function beginNew(turn: Turn<never>): Promise<Reply> {
  const said = turn.asking?.step === 'which-or-new' ? wordsShape.safeParse(turn.asking.data) : undefined;
  if (!said?.success) return [oldCard];
  const text = said.data.words;
  return createDraftFrom({ ...turn, text }, readSeller(text));
}
