import type { Reply } from '../../../chat/dsl/screen.ts';
import { guessesSoldOut, withoutUnmeantStatus } from '../../../nlu/acts/seller/status-words.ts';
import { readSeller } from '../../../nlu/read.ts';
import type { Product } from '../../../shop/catalogue/products/catalogue.ts';
import { newQuestionId } from '../../common/question-id.ts';
import type { Turn } from '../../flow.ts';
import { whichScreen } from '../listings/changes/changes-screen.ts';

// Of what is said of goods only what is to become of them now is done.

/** 核桃没卖完，红枣下架: what becomes of the dates; whole where what is left names no goods. */
export function withMeantStatus(text: string, titles: readonly string[]): string {
  const meant = withoutUnmeantStatus(text);
  return meant === text || readSeller(meant, { titles }).title === null ? text : meant;
}

/** 卖完了吧: asked back, of each that may be meant. */
export function askGuessed({ text, now }: Turn, found: readonly Product[]): Reply | undefined {
  const choices = found.map((product) => ({ product, act: { is: 'status', to: 'sold-out' } as const }));
  return guessesSoldOut(text) && found.length > 0 ? [whichScreen(choices, newQuestionId(now))] : undefined;
}
