import { tap } from '../../../../chat/dsl/action.ts';
import { type Button, type Reply, type Screen, say } from '../../../../chat/dsl/screen.ts';
import { forgetsAddress } from '../../../../nlu/acts/talk/taken-back.ts';
import type { Address } from '../../../../shop/customers/addresses.ts';
import type { Turn } from '../../../flow.ts';
import { homeButton, recipientText } from '../../../screens/values.ts';

/** 把以前存的那个地址删了: whether it is this one, or which; nothing is deleted before that is said. */
export async function addressOutAnswer(turn: Turn): Promise<Reply | undefined> {
  if (!forgetsAddress(turn.text)) return undefined;
  const all = await turn.shop.addresses.of(turn.person.id);
  const named = all.filter(({ recipient }) => isNamed(recipient.address, turn.text));
  const [only, ...others] = named.length > 0 ? named : all;
  if (!only) return undefined;
  return [others.length > 0 ? whichAddress([only, ...others]) : thisAddress(only)];
}

/** 太原那个地址: two signs of it in a row. */
const isNamed = (address: string, text: string): boolean =>
  [...address.matchAll(/(?=(\p{Script=Han}{2}))/gu)].some(([, pair]) => pair && text.includes(pair));

function thisAddress({ id, recipient }: Address): Screen {
  const out = tap('address-out/:address', { address: id });
  return {
    text: [say('address-out-ask'), recipientText(recipient)],
    buttons: [
      [{ label: say('address-out-yes'), tap: out, tone: 'danger' }],
      [{ label: say('addresses'), tap: tap('addresses') }, homeButton],
    ],
    yes: out,
    fresh: true,
  };
}

function whichAddress(all: readonly Address[]): Screen {
  const buttons = all.map(({ id, recipient: { name, address } }): Button[] => [
    {
      label: say('address-out-one', { name, address }),
      tap: tap('address-out/:address', { address: id }),
      tone: 'danger',
    },
  ]);
  return { text: say('address-out-which'), buttons: [...buttons, [homeButton]], fresh: true };
}
