import type { Act } from '../../../nlu/acts/act.ts';
import { readAct } from '../../../nlu/acts/act.ts';
import { type Guess, guessAct } from '../../../nlu/guess/buyer-guess.ts';
import type { BuyerReading } from '../../../nlu/rules/orders/buyer.ts';
import type { Turn } from '../../flow.ts';
import { namedSeller, withoutSeller } from './named-seller.ts';

export interface MeantAct {
  readonly act: Act | Guess;
  /** By its likeness to examples, where no rule knows it. */
  readonly isGuess: boolean;
}

/** A household's name and what is wanted of it take so many signs: 李家播吗. Of a shorter message nobody is looked for. */
const FEWEST_SIGNS = 4;

/** What a message does: by our rules; else by examples, where it names neither goods that are on sale nor amounts. */
export async function meantAct(turn: Turn, reading: BuyerReading): Promise<MeantAct | undefined> {
  const act = readAct(turn.text);
  if (act) return { act, isGuess: false };
  if (reading.recipient || reading.lines.some(({ quantity }) => quantity !== null)) return undefined;
  // 赵大娘家啥时候播: whose name it is says nothing of what is wanted.
  const seller = turn.text.length < FEWEST_SIGNS ? undefined : await namedSeller(turn);
  const guess = guessAct(seller ? withoutSeller(turn.text, seller) : turn.text);
  // 王秀英家有什么: her shelf is wanted, and not the village's.
  if (!guess || (seller && guess.is === 'show')) return undefined;
  return (await namesGoods(turn, reading)) ? undefined : { act: guess, isGuess: true };
}

/** 小米, 有苹果吗: what is searched for or wanted is there. */
async function namesGoods({ shop }: Turn, { lines }: BuyerReading): Promise<boolean> {
  for (const { product } of lines) {
    const found = product === '' ? undefined : await shop.catalogue.find(product);
    if (found?.match === 'exact' && found.items.length > 0) return true;
  }
  return false;
}
