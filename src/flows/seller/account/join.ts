import { z } from 'zod';
import { tap } from '../../../chat/dsl/action.ts';
import { ask } from '../../../chat/dsl/flow.ts';
import { type Button, type Reply, type Screen, say, type Text } from '../../../chat/dsl/screen.ts';
import { type Household, type HouseholdField, householdFields } from '../../../shop/sellers/profile.ts';
import type { DeliverySettings } from '../../../shop/shipping/settings.ts';
import { flow, type Turn } from '../../flow.ts';
import { payloadOf } from '../../screens/deep-link.ts';
import { homeButton, nameOfSeller, rowsOf } from '../../screens/values.ts';
import { actingFor, notASeller } from '../acting.ts';
import { waysText } from '../shipping/delivery-screen.ts';

/** A household's own shop window: its name, what it sells, where goods are fetched, its link and code. */
export const join = flow('join', {
  commands: { shop: showHousehold },
  taps: {
    'my-shop': showHousehold,
    'setup/:step': askStep,
    'my-shop-edit/:field': askField,
    'my-shop-code': askForCode,
  },
  answers: {
    household: {
      data: z.object({ field: z.enum(householdFields), isSetup: z.boolean() }),
      read: readField,
    },
  },
});

/** What is asked after the invite, in this order; the story can wait. */
const steps: readonly HouseholdField[] = ['name', 'sells', 'pickupPlace'];

/** What comes after a step; nothing after the last, nor after what is no step. */
function nextStep(field: HouseholdField): HouseholdField | undefined {
  const at = steps.indexOf(field);
  return at < 0 ? undefined : steps[at + 1];
}

async function showHousehold(turn: Turn<string>): Promise<Reply> {
  const own = await owned(turn);
  if (!own) return notASeller;
  const { household, isOwner } = own;
  const delivery = isOwner ? await turn.shop.deliverySettings.of(turn.person.id, household.id) : undefined;
  return [householdScreen(household, linkOf(turn, household.id), delivery)];
}

async function owned(turn: Turn<string>): Promise<{ household: Household; isOwner: boolean } | undefined> {
  const seller = await actingFor(turn);
  const household = seller && (await turn.shop.household.of(turn.person.id, seller.id));
  return household && { household, isOwner: seller?.role === 'owner' };
}

const linkOf = ({ doors }: Turn<string>, id: string): string | undefined =>
  doors.to('buyer', payloadOf({ is: 'seller', id }))[0];

/** `delivery` for owners, who may change all of it. */
function householdScreen(
  household: Household,
  link: string | undefined,
  delivery: DeliverySettings | undefined,
): Screen {
  const { village, codes, sells, pickupPlace, story } = household;
  const text: Text[] = [
    say('myshop-title', { name: nameOfSeller(household) }),
    say('myshop-village', { village: { own: village.name, en: village.nameEn } }),
    sells === '' ? say('myshop-sells-none') : say('myshop-sells', { sells }),
    pickupPlace === '' ? say('myshop-pickup-none') : say('myshop-pickup', { place: pickupPlace }),
    ...(story === '' ? [] : [say('myshop-story', { story })]),
    ...(delivery ? waysText(delivery) : []),
    say('myshop-codes', { count: codes }),
    ...(link === undefined ? [] : [say('myshop-link', { link })]),
  ];
  const edits = householdFields.map(
    (field): Button => ({
      label: say(`myshop-edit-${field}`),
      tap: tap('my-shop-edit/:field', { field }),
    }),
  );
  const code: Button = { label: say('myshop-code'), tap: tap('my-shop-code') };
  const pay: Button = { label: say('myshop-pay'), tap: tap('payment') };
  const send: Button = { label: say('myshop-delivery'), tap: tap('delivery') };
  return {
    text,
    buttons: [
      ...(delivery ? [...rowsOf(edits, 2), [pay, send]] : []),
      ...(link === undefined ? [] : [[code]]),
      [homeButton],
    ],
  };
}

async function askStep(turn: Turn<'step'>): Promise<Reply> {
  const own = await owned(turn);
  const step = steps.find((one) => one === turn.params.step);
  if (!own?.isOwner) return own ? [onlyOwner] : notASeller;
  return step ? [question(own.household, step, true)] : showHousehold(turn);
}

async function askField(turn: Turn<'field'>): Promise<Reply> {
  const own = await owned(turn);
  const field = householdFields.find((one) => one === turn.params.field);
  if (!own?.isOwner || !field) return own ? [onlyOwner] : notASeller;
  return [question(own.household, field, false)];
}

const onlyOwner: Screen = { text: say('myshop-only-owner'), buttons: [[homeButton]] };

function question(household: Household, field: HouseholdField, isSetup: boolean): Screen {
  const next = nextStep(field) ?? 'done';
  const keep: Button = {
    label: field === 'name' ? say('setup-keep-name', { name: nameOfSeller(household) }) : say('setup-skip'),
    tap: tap('setup/:step', { step: next }),
  };
  return {
    text: say(`myshop-ask-${field}`),
    buttons: isSetup ? [[keep]] : [],
    asks: ask('household', { field, isSetup }),
    fresh: true,
  };
}

async function readField(
  turn: Turn,
  { field, isSetup }: { field: HouseholdField; isSetup: boolean },
): Promise<Reply> {
  const own = await owned(turn);
  if (!own) return notASeller;
  if (turn.words.trim() === '') return [{ ...question(own.household, field, isSetup), isMiss: true }];
  const isSet = await turn.shop.household.set(turn.person.id, own.household.id, field, turn.words);
  if (!isSet) return [onlyOwner];
  if (field === 'pickupPlace')
    await turn.shop.deliverySettings.apply(turn.person.id, own.household.id, [
      { is: 'way', way: 'pickup', isOn: true },
    ]);
  const next = isSetup ? nextStep(field) : undefined;
  return next ? [question(own.household, next, true)] : showHousehold(turn);
}

/** The code is drawn by a job and comes as a message of its own. */
async function askForCode(turn: Turn): Promise<Reply> {
  const seller = await actingFor(turn);
  if (!seller) return notASeller;
  await turn.shop.household.drawCode(turn.person.id, seller.id, turn.chat.id);
  return [{ toast: say('myshop-code-toast') }];
}
