import { z } from 'zod';
import { tap } from '../../../chat/dsl/action.ts';
import { ask } from '../../../chat/dsl/flow.ts';
import { type Button, type Reply, type Screen, say, type Text } from '../../../chat/dsl/screen.ts';
import type { SellerId } from '../../../db/ids.ts';
import { isOwnBusiness } from '../../../nlu/acts/seller/seller-business.ts';
import { type ProfileField, profileFields, type SellerProfile } from '../../../shop/sellers/profile.ts';
import type { ShippingSettings } from '../../../shop/shipping/settings.ts';
import { flow, type Turn } from '../../flow.ts';
import { textWarnings } from '../../screens/catalogue/law-warning.ts';
import { formatPayload } from '../../screens/links/deep-link.ts';
import { homeButton, inRows, sellerName } from '../../screens/values.ts';
import { findActingSeller, notASeller } from '../acting.ts';
import { blockedByOffice } from '../law-block.ts';
import { methodsText } from '../shipping/settings-screen.ts';

/** A seller's profile: name, goods, pick-up place, link and QR code. */
export const profile = flow('join', {
  commands: { shop: showProfile },
  taps: {
    'my-shop': showProfile,
    'setup/:step': askStep,
    'my-shop-edit/:field': askField,
    'my-shop-code': askForCode,
  },
  answers: {
    household: {
      data: z.object({ field: z.enum(profileFields), isSetup: z.boolean() }),
      read: readField,
    },
  },
});

/** What is asked after the invite, in this order; the story can wait. */
const steps: readonly ProfileField[] = ['name', 'sells', 'pickupPlace'];

/** What comes after a step; nothing after the last, nor after what is no step. */
function nextStep(field: ProfileField): ProfileField | undefined {
  const at = steps.indexOf(field);
  return at < 0 ? undefined : steps[at + 1];
}

async function showProfile(turn: Turn<string>): Promise<Reply> {
  const own = await owned(turn);
  if (!own) return notASeller;
  const { profile, isOwner } = own;
  const delivery = isOwner ? await turn.shop.shippingSettings.of(turn.person.id, profile.id) : undefined;
  return [profileScreen(profile, profileLink(turn, profile.id), delivery)];
}

async function owned(turn: Turn<string>): Promise<{ profile: SellerProfile; isOwner: boolean } | undefined> {
  const seller = await findActingSeller(turn);
  const profile = seller && (await turn.shop.profile.of(turn.person.id, seller.id));
  return profile && { profile, isOwner: seller?.role === 'owner' };
}

const profileLink = ({ entryLinks }: Turn<string>, id: SellerId): string | undefined =>
  entryLinks.to('buyer', formatPayload({ is: 'seller', id }))[0];

/** `delivery` for owners, who may change all of it. */
function profileScreen(
  profile: SellerProfile,
  link: string | undefined,
  delivery: ShippingSettings | undefined,
): Screen {
  const { village, codes, sells, pickupPlace, story } = profile;
  const text: Text[] = [
    say('myshop-title', { name: sellerName(profile) }),
    say('myshop-village', { village: { own: village.name, en: village.nameEn } }),
    sells === '' ? say('myshop-sells-none') : say('myshop-sells', { sells }),
    pickupPlace === '' ? say('myshop-pickup-none') : say('myshop-pickup', { place: pickupPlace }),
    ...(story === '' ? [] : [say('myshop-story', { story })]),
    ...textWarnings([profile.name, sells, story].join('\n')),
    // Where to pick up was said above.
    ...(delivery ? methodsText({ ...delivery, pickupPlace: '' }) : []),
    say('myshop-codes', { count: codes }),
    ...(link === undefined ? [] : [say('myshop-link', { link })]),
  ];
  const edits = profileFields.map(
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
      ...(delivery ? [...inRows(edits, 2), [pay, send]] : []),
      ...(link === undefined ? [] : [[code]]),
      [homeButton],
    ],
  };
}

async function askStep(turn: Turn<'step'>): Promise<Reply> {
  const own = await owned(turn);
  const step = steps.find((one) => one === turn.params.step);
  if (!own?.isOwner) return own ? [onlyOwner] : notASeller;
  return step ? [question(own.profile, step, true)] : showProfile(turn);
}

async function askField(turn: Turn<'field'>): Promise<Reply> {
  const own = await owned(turn);
  const field = profileFields.find((one) => one === turn.params.field);
  if (!own?.isOwner || !field) return own ? [onlyOwner] : notASeller;
  return [question(own.profile, field, false)];
}

const onlyOwner: Screen = { text: say('myshop-only-owner'), buttons: [[homeButton]] };

function question(profile: SellerProfile, field: ProfileField, isSetup: boolean): Screen {
  const next = nextStep(field) ?? 'done';
  const keep: Button = {
    label: field === 'name' ? say('setup-keep-name', { name: sellerName(profile) }) : say('setup-skip'),
    tap: tap('setup/:step', { step: next }),
  };
  return {
    text: say(`myshop-ask-${field}`),
    buttons: isSetup ? [[keep]] : [],
    asks: ask('household', { field, isSetup }),
    fresh: true,
  };
}

/** A place is an address: 第一中学门口. */
const isPublished = (field: ProfileField): boolean => field !== 'pickupPlace';

async function readField(
  turn: Turn,
  { field, isSetup }: { field: ProfileField; isSetup: boolean },
): Promise<Reply | undefined> {
  if (field !== 'story' && isOwnBusiness(turn.text)) return undefined;
  const own = await owned(turn);
  if (!own) return notASeller;
  if (turn.text.trim() === '') return [{ ...question(own.profile, field, isSetup), isMiss: true }];
  const blocked = isPublished(field) && (await blockedByOffice(turn, turn.text));
  if (blocked) return [{ ...question(own.profile, field, isSetup), text: blocked, isMiss: true }];
  const isSet = await turn.shop.profile.set(turn.person.id, own.profile.id, field, turn.text);
  if (!isSet) return [onlyOwner];
  if (field === 'pickupPlace')
    await turn.shop.shippingSettings.apply(turn.person.id, own.profile.id, [
      { is: 'way', way: 'pickup', isOn: true },
    ]);
  const next = isSetup ? nextStep(field) : undefined;
  return next ? [question(own.profile, next, true)] : showProfile(turn);
}

/** The code is drawn by a job and comes as a message of its own. */
async function askForCode(turn: Turn): Promise<Reply> {
  const seller = await findActingSeller(turn);
  if (!seller) return notASeller;
  await turn.shop.profile.drawCode(turn.person.id, seller.id, turn.chat.id);
  return [{ toast: say('myshop-code-toast') }];
}
