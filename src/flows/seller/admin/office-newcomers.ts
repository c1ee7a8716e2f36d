import { z } from 'zod';
import { tap } from '../../../chat/dsl/action.ts';
import { ask } from '../../../chat/dsl/flow.ts';
import { type Button, type Reply, say, type Value } from '../../../chat/dsl/screen.ts';
import { readNumber } from '../../../nlu/rules/lexer/numbers.ts';
import { type NewcomerCap, type NewcomerCaps, newcomerCaps } from '../../../shop/sellers/newcomer-caps.ts';
import { fen } from '../../../shop/values/money.ts';
import { flow, type Turn } from '../../flow.ts';
import { inRows, moneyValue } from '../../screens/values.ts';
import { officeButton, officeOnly } from './office.ts';

/** How much newcomers may have waiting on pay on delivery: operators set it by buttons or words. */
export const officeNewcomers = flow('office-newcomers', {
  taps: {
    newcomers: show,
    'newcomers/:cap': askCap,
    'newcomers/:cap/:fen': setCap,
    'newcomers-all/:cap': liftCap,
  },
  answers: { 'newcomer-cap': { data: z.object({ cap: z.enum(newcomerCaps) }), read: readCap } },
});

async function show({ shop, person }: Turn<string>): Promise<Reply> {
  const caps = await shop.admin.newcomerCaps(person.id);
  if (!caps) return officeOnly;
  const change = newcomerCaps.map((cap): Button[] => [
    { label: say(`newcomers-change-${cap}`), tap: tap('newcomers/:cap', { cap }) },
  ]);
  return [
    {
      text: [
        say('newcomers-title'),
        say('newcomers-why'),
        ...newcomerCaps.map((cap) => say(`newcomers-${cap}`, { value: capText(cap, caps[cap]) })),
      ],
      buttons: [...change, [officeButton]],
    },
  ];
}

function capText(cap: NewcomerCap, value: NewcomerCaps[NewcomerCap]): Value {
  if (value === null || (cap === 'share' && value === 100)) return say('newcomers-unlimited');
  return cap === 'share' ? say('newcomers-percent', { share: value }) : moneyValue(fen(value));
}

/** Fen, and percent for the share. */
const PRESETS: Readonly<Record<NewcomerCap, readonly number[]>> = {
  person: [50_000, 100_000, 200_000, 500_000],
  address: [100_000, 200_000, 400_000, 1_000_000],
  share: [25, 50, 75],
};

async function askCap({ shop, person, params }: Turn<'cap'>): Promise<Reply> {
  const cap = newcomerCaps.find((one) => one === params.cap);
  if (!cap || !(await shop.admin.isOf(person.id))) return officeOnly;
  const presets = PRESETS[cap].map(
    (amount): Button => ({
      label:
        cap === 'share'
          ? say('newcomers-percent', { share: amount })
          : say('newcomers-money', { value: moneyValue(fen(amount)) }),
      tap: tap('newcomers/:cap/:fen', { cap, fen: amount }),
    }),
  );
  const lift: Button = { label: say('newcomers-unlimited'), tap: tap('newcomers-all/:cap', { cap }) };
  return [
    {
      text: say(`newcomers-ask-${cap}`),
      buttons: [...inRows([...presets, lift], 3), [officeButton]],
      asks: ask('newcomer-cap', { cap }),
    },
  ];
}

function setCap(turn: Turn<'cap' | 'fen'>): Promise<Reply> {
  return set(turn, turn.params.cap, Number(turn.params.fen));
}

function liftCap(turn: Turn<'cap'>): Promise<Reply> {
  return set(turn, turn.params.cap, null);
}

async function set(turn: Turn<string>, name: string, to: number | null): Promise<Reply> {
  const cap = newcomerCaps.find((one) => one === name);
  const isSet = cap && (await turn.shop.admin.setNewcomerCap(turn.person.id, cap, to));
  if (isSet === undefined) return officeOnly;
  return isSet
    ? [{ toast: say('newcomers-set') }, ...(await show(turn))]
    : askCap({ ...turn, params: { cap: name } });
}

/** `3000`, `3000元`, `60%`, `不限`. Anything else is asked about again. */
async function readCap(turn: Turn, { cap }: { cap: NewcomerCap }): Promise<Reply> {
  const said = turn.text.trim();
  if (/^(?:不限|取消|no limit)$/i.test(said)) return set(turn, cap, null);
  const [, number = ''] = AMOUNT.exec(said) ?? [];
  // In thousandths: of a yuan, or of a percent.
  const value = number === '' ? undefined : readNumber(number);
  const wanted = value === undefined ? undefined : value / (cap === 'share' ? 1_000 : 10);
  if (wanted === undefined || !Number.isInteger(wanted))
    return [{ text: say(`newcomers-ask-${cap}`), asks: ask('newcomer-cap', { cap }), isMiss: true }];
  return set(turn, cap, wanted);
}

const AMOUNT = /^[¥￥]?\s*([\d.,]+[百千万]?|[一二两三四五六七八九十百千万零]+)\s*(?:元|块钱?|yuan|%|％)?$/iu;
