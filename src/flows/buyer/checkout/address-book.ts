import { z } from 'zod';
import { tap } from '../../../chat/dsl/action.ts';
import { ask } from '../../../chat/dsl/flow.ts';
import { type Button, type Reply, type Screen, say } from '../../../chat/dsl/screen.ts';
import { type AddressId, idShape } from '../../../db/ids.ts';
import type { Address } from '../../../shop/customers/addresses.ts';
import { flow, type Turn } from '../../flow.ts';
import { homeButton, recipientText } from '../../screens/values.ts';
import { addressAsk, type GivenRecipient, givenShape, toRecipient, unclear, withAnswer } from './address.ts';

/** A buyer's addresses: several, one of which comes first. */
export const addressBook = flow('address-book', {
  commands: { addresses: showAll },
  taps: {
    addresses: showAll,
    'address/:address': showOne,
    'address-first/:address': makeDefault,
    'address-edit/:address': askEdit,
    'address-out/:address': remove,
    'address-back/:address': restore,
    'address-add': askNew,
  },
  answers: {
    'address-kept': {
      data: z.object({ address: idShape<AddressId>().optional(), given: givenShape.default({}) }),
      read: readKept,
    },
  },
});

async function showAll({ shop, person }: Turn<string>): Promise<Reply> {
  return [listScreen(await shop.addresses.of(person.id))];
}

function listScreen(known: readonly Address[], undo?: Button): Screen {
  const each = known.map(({ id, isDefault, recipient: { name, address } }): Button[] => [
    {
      label: say(isDefault ? 'address-button-first' : 'address-button', { name, address }),
      tap: tap('address/:address', { address: id }),
    },
  ]);
  return {
    text: say(known.length === 0 ? 'addresses-none' : 'addresses-title'),
    buttons: [
      ...(undo ? [[undo]] : []),
      ...each,
      [{ label: say('address-new'), tap: tap('address-add') }, homeButton],
    ],
  };
}

function oneScreen({ id, recipient, isDefault }: Address): Screen {
  const first: Button = {
    label: say('address-make-first'),
    tap: tap('address-first/:address', { address: id }),
    tone: 'primary',
  };
  return {
    text: [...(isDefault ? [say('address-is-first')] : []), recipientText(recipient)],
    buttons: [
      ...(isDefault ? [] : [[first]]),
      [
        { label: say('address-edit'), tap: tap('address-edit/:address', { address: id }) },
        { label: say('address-out'), tap: tap('address-out/:address', { address: id }), tone: 'danger' },
      ],
      [{ label: say('addresses'), tap: tap('addresses') }, homeButton],
    ],
  };
}

async function showOne(turn: Turn<'address'>): Promise<Reply> {
  const found = await turn.shop.addresses.byId(turn.person.id, turn.params.address);
  return found ? [oneScreen(found)] : showAll(turn);
}

async function makeDefault(turn: Turn<'address'>): Promise<Reply> {
  await turn.shop.addresses.makeDefault(turn.person.id, turn.params.address);
  return showAll(turn);
}

async function remove(turn: Turn<'address'>): Promise<Reply> {
  const { shop, person, params } = turn;
  const removed = await shop.addresses.remove(person.id, params.address);
  if (!removed) return showAll(turn);
  const undo: Button = {
    label: say('address-undo', { name: removed.recipient.name }),
    tap: tap('address-back/:address', { address: removed.id }),
  };
  return [{ toast: say('address-removed') }, listScreen(await shop.addresses.of(person.id), undo)];
}

async function restore(turn: Turn<'address'>): Promise<Reply> {
  const back = await turn.shop.addresses.restore(turn.person.id, turn.params.address);
  return back ? [oneScreen(back)] : showAll(turn);
}

const postal = { isPickup: false };

function askNew(): Reply {
  return [{ ...addressAsk({}, postal), asks: ask('address-kept', { given: {} }), fresh: true }];
}

/** What is sent now takes the place of what was there: all of it in one message, or only what changes. */
async function askEdit(turn: Turn<'address'>): Promise<Reply> {
  const found = await turn.shop.addresses.byId(turn.person.id, turn.params.address);
  if (!found) return showAll(turn);
  return [
    {
      text: [recipientText(found.recipient), say('address-edit-ask')],
      asks: ask('address-kept', { address: found.id, given: {} }),
      fresh: true,
    },
  ];
}

interface Kept {
  readonly address?: AddressId | undefined;
  readonly given: GivenRecipient;
}

function readKept(turn: Turn, data: Kept): Promise<Reply> {
  const given = withAnswer(data.given, turn.body, postal);
  return useAddress(turn, data, given);
}

/** Keeps an address of which so much has been said, or asks for the rest. */
export const askKept = (turn: Turn, kept: Kept): Promise<Reply> =>
  useAddress(turn, { given: {} }, kept.given);

async function useAddress(turn: Turn, data: Kept, given: GivenRecipient): Promise<Reply> {
  const { shop, person, text } = turn;
  const old = data.address ? await shop.addresses.byId(person.id, data.address) : undefined;
  const isNews = JSON.stringify(given) !== JSON.stringify(data.given);
  const recipient = toRecipient(old && isNews ? { ...old.recipient, ...given } : given, postal);
  const asks = ask('address-kept', { ...data, given });
  if (!recipient)
    return isNews
      ? [{ ...addressAsk(given, postal), asks }]
      : [{ text: unclear(old?.recipient ?? given, text, postal), asks, isMiss: true }];
  const kept = old
    ? await shop.addresses.replace(person.id, old.id, recipient)
    : await shop.addresses.save(person.id, recipient);
  return kept ? [{ ...oneScreen(kept), fresh: true }] : showAll(turn);
}
