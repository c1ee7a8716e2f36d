import { z } from 'zod';
import { readDataFile } from '../../../shop/values/data-file.ts';
import { phrases } from '../lexicon.ts';

const lists = <const Name extends string>(...names: readonly Name[]) =>
  z.strictObject(Object.fromEntries(names.map((name) => [name, phrases])) as Record<Name, typeof phrases>);

export const sellerLexicon = readDataFile('lexicon/seller-acts.yaml', {
  whole: lists('undo', 'publish', 'discard', 'wrong', 'follow'),
  part: lists(
    ...([
      'undo',
      'discard',
      'person',
      'photo',
      'correction',
      'mended',
      'mendedFill',
      'rather',
      'remove',
      'heading',
      'photoNames',
      'photoWants',
      'photoOthers',
      'photoCaption',
      'half',
      'few',
    ] as const),
    ...(['lost', 'picked', 'remains', 'takings', 'unpaid', 'asked', 'how', 'ofPrice', 'ofStock'] as const),
    ...([
      'priceAndStock',
      'takeBack',
      'two',
      'every',
      'allGoods',
      'notAll',
      'allElse',
      'allAsked',
      'noChange',
    ] as const),
  ),
  talk: lists('praise', 'anger', 'complaint', 'chat', 'heard', 'thanked', 'parting', 'filler'),
  moods: lists('weather', 'tired', 'ill', 'hard', 'joy'),
  /** Of which time the takings are asked. */
  periods: lists('yesterday', 'last-week', 'week', 'last-month', 'month', 'season'),
  today: phrases,
  reports: lists('left', 'waiting', 'followers', 'best', 'buyers', 'rated', 'asked', 'ofOrders', 'total'),
  fractions: z.record(z.string().regex(/^\d\/\d{1,2}$/), phrases),
  status: lists(
    'soldOut',
    'on',
    'off',
    'unsure',
    'around',
    'past',
    'back',
    'notBack',
    'notDenied',
    'backLater',
    'backAround',
  ),
  streams: lists(
    'begun',
    'named',
    'ending',
    'cancel',
    'move',
    'later',
    'earlier',
    'sameHour',
    'others',
    'keeps',
  ),
  screens: lists('orders', 'products', 'sales', 'payment', 'pack', 'shop', 'help', 'delivery'),
  help: z.strictObject({
    cue: phrases,
    /** In the order in which they are looked for: what is said of one thing alone comes first. */
    topics: lists(
      ...([
        'cost',
        'language',
        'leave',
        'tracking',
        'print',
        'preorder',
        'weigh',
        'share',
        'text',
        'write',
      ] as const),
      ...(['helpers', 'rest', 'sales', 'price', 'money', 'undo', 'photo', 'stream', 'shipping'] as const),
      ...(['orders', 'refund', 'packs', 'stock', 'shop', 'post'] as const),
    ),
  }),
  orders: lists(
    ...(['moneyAhead', 'moneyBehind', 'declineWaited', 'declineAhead', 'declineWhy'] as const),
    ...(['sendsLead', 'sendsElse', 'sendsEnd'] as const),
    ...(['notTaken', 'takenAll', 'moneyUnsure', 'declineUnsure', 'declineLeft'] as const),
    ...(['acceptFill', 'acceptAsked', 'acceptElse'] as const),
    ...(['accept', 'decline', 'ship', 'shipNumbered', 'delivered', 'money', 'where', 'count'] as const),
    ...([
      'weigh',
      'who',
      'later',
      'parcel',
      'aside',
      'search',
      'searchFill',
      'declining',
      'decliningFill',
    ] as const),
    ...([
      'acceptNumbered',
      'moneyNumbered',
      'declineNumbered',
      'declineOwned',
      'notShip',
      'notShipOff',
      'notShipYet',
      'notAsked',
      'private',
      'weighNumbered',
      'weighedAll',
    ] as const),
    ...(['all', 'this', 'newest', 'question', 'opening', 'askedOf', 'askedFill'] as const),
  ),
  refunds: lists('back', 'aside', 'all', 'half', 'fee', 'past', 'wished', 'person'),
  /** A photo of what buyers scan to pay. */
  codes: lists('named', 'wechat', 'alipay'),
  tell: lists(
    ...(['person', 'crowd', 'empty', 'toUs', 'spoken', 'back', 'wanted', 'thought', 'nobody'] as const),
    ...([
      'say',
      'surely',
      'remind',
      'ask',
      'beside',
      'reply',
      'askThem',
      'asker',
      'reason',
      'lead',
      'unsaid',
      'unwritten',
      'whether',
      'kin',
      'loose',
      'several',
    ] as const),
  ),
  factDenied: phrases,
  facts: lists('shipTime', 'storage', 'invoice', 'group', 'returns', 'payment', 'pickup'),
});

export type SellerScreen = keyof typeof sellerLexicon.screens | 'unpaid' | 'asked';
export type TakingsPeriod = keyof typeof sellerLexicon.periods | 'today';
export type HelpTopic = keyof typeof sellerLexicon.help.topics | 'general';
/** What a seller says once and buyers ask again and again. */
export type FactTopic = keyof typeof sellerLexicon.facts;

export const factTopics: readonly string[] = Object.keys(sellerLexicon.facts);
