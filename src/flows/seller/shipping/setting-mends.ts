import { tap } from '../../../chat/dsl/action.ts';
import { ask } from '../../../chat/dsl/flow.ts';
import { type Screen, say } from '../../../chat/dsl/screen.ts';
import { isCancel } from '../../../chat/engine/repair.ts';
import { readSellerAct } from '../../../nlu/acts/seller/seller-act.ts';
import { lex } from '../../../nlu/lexer/lexer.ts';
import { type Mend, readMend } from '../../../nlu/mends/mend.ts';
import { type Fen, fen } from '../../../shop/values/money.ts';
import type { SettingCard } from './setting-undo.ts';

// 不对，是8块, right behind 运费6块: the one sum that was just set is another.

type SetChange = SettingCard['changes'][number];

/**
 * How a message puts right what was just set: taken back, or the settings as they are to be, or to be asked where two sums may be
 * meant; nothing where it does not.
 */
export function mendSettings(
  message: string,
  done: readonly SetChange[] = [],
): 'back' | 'which' | 'stands' | SetChange[] | undefined {
  // 算了: it is set already.
  if (isCancel(message)) return 'stands';
  const mend = readMend(message);
  if (mend?.is === 'back' || readSellerAct(message)?.is === 'undo') return 'back';
  if (mend?.is !== 'instead' || mend.about !== '') return undefined;
  const right = sumIn(mend.right);
  const wrong = mend.wrong === undefined ? undefined : sumIn(mend.wrong);
  const [only, ...others] = done.filter((change) => {
    const sum = sumOf(change);
    return sum !== undefined && isOf(change, mend) && (mend.wrong === undefined || sum === wrong);
  });
  if (!only || right === undefined) return undefined;
  return others.length > 0
    ? 'which'
    : done.map((change) => (change === only ? withSum(change, right) : change));
}

/** A sum, or a bare number, and nothing else. */
function sumIn(words: string): Fen | undefined {
  const [only, ...others] = lex(words).tokens;
  if (others.length > 0) return undefined;
  if (only?.is === 'money' && only.fen !== undefined) return fen(only.fen);
  if (only?.is === 'number' && only.value !== undefined && !only.isTimes) return fen(only.value / 10);
  return undefined;
}

function sumOf(change: SetChange): Fen | undefined {
  switch (change.is) {
    case 'fee':
      return change.fee;
    case 'free-from':
    case 'minimum':
      return change.amount ?? undefined;
    default:
      return undefined;
  }
}

/** 运费错了: of the fee alone. */
const isOf = (change: SetChange, { field }: Extract<Mend, { is: 'instead' }>): boolean =>
  field === undefined || (field === 'fee' && change.is === 'fee');

function withSum(change: SetChange, sum: Fen): SetChange {
  switch (change.is) {
    case 'fee':
      return { ...change, fee: sum };
    case 'free-from':
    case 'minimum':
      return { ...change, amount: sum };
    default:
      return change;
  }
}

/** Which sum is meant, or that what was set stands; a tap takes it back. */
export const settingStands = (is: 'which' | 'stands', data: SettingCard): Screen => ({
  text: say(is === 'which' ? 'mend-which-sum' : 'setting-stands'),
  buttons: [[{ label: say('setting-undo'), tap: tap('setting-undo') }]],
  asks: ask('setting-undo', data),
});
