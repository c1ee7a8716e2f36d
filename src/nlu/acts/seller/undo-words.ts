import { saidForList } from '../otherwise.ts';
import { phrasePatterns } from '../phrases.ts';
import { sellerLexicon } from './seller-lexicon.ts';

const said = phrasePatterns(sellerLexicon.part);

/** What is taken back: of prices or of stock alone, of two changes or of all where that is said. */
export interface UndoAct {
  readonly is: 'undo';
  readonly of?: 'price' | 'stock';
  readonly reach?: 'two' | 'all';
}

/** 改回去, 价格和库存都恢复: something is to be as it was. */
export const saysUndo = (words: string): boolean =>
  said.undo.test(saidForList('seller', 'undo', words)) ||
  (said.priceAndStock.test(words) && said.takeBack.test(words));

/** 还是按原来的价: its price alone. Where both are named and none is to stay, all of the last change is meant. */
export function readUndo(words: string): UndoAct {
  if (said.priceAndStock.test(words) || said.two.test(words)) return { is: 'undo', reach: 'two' };
  const named = namedIn(words);
  if (named) return { is: 'undo', of: named };
  const stays = namedIn(STAYS.exec(words)?.[0] ?? '');
  if (stays) return { is: 'undo', of: stays === 'price' ? 'stock' : 'price' };
  return said.every.test(words) ? { is: 'undo', reach: 'all' } : { is: 'undo' };
}

/** 只改库存, `only change the stock`: that one stays. */
const STAYS = /(?:\b(?:only|just|keep|leave)\b|只|光|留着?|保留).*$/u;

function namedIn(words: string): 'price' | 'stock' | undefined {
  const [isPrice, isStock] = [said.ofPrice.test(words), said.ofStock.test(words)];
  return isPrice === isStock ? undefined : isPrice ? 'price' : 'stock';
}
