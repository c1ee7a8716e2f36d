import { z } from 'zod';
import { readDataFile } from '../../shop/values/data-file.ts';

/** Phrases in one string, with commas between them. */
export const phrases = z.string().transform((text) => text.split(/\s*,\s*/).filter(Boolean));

/** Such lists by these names, and no others. */
export const lists = <const Name extends string>(...names: readonly Name[]) =>
  z.strictObject(Object.fromEntries(names.map((name) => [name, phrases])) as Record<Name, typeof phrases>);

/** Such phrases by what they are said for. */
export const phraseRecord = z.record(z.string(), phrases);

export const lexicon = readDataFile('lexicon/acts.yaml', {
  courtesy: phrases,
  whole: z.strictObject({
    ...{ yes: phrases, no: phrases, drop: phrases, thanks: phrases },
    ...{ greet: phrases, same: phrases, bye: phrases, confirm: phrases, call: phrases },
  }),
  signs: z.strictObject({ yes: phrases, no: phrases }),
  screens: z.strictObject({ orders: phrases, cart: phrases, browse: phrases }),
  asking: phrases,
  delivered: phrases,
  part: z.strictObject({
    ...{
      bot: phrases,
      praise: phrases,
      anger: phrases,
      restore: phrases,
      slips: phrases,
      notReceived: phrases,
      receivedAmiss: phrases,
      notTo: phrases,
      refund: phrases,
      received: phrases,
    },
    ...{ moneyBack: phrases, wish: phrases, notWish: phrases },
    ...{ same: phrases, person: phrases, hurry: phrases, elsewhere: phrases, recipientName: phrases },
    ...{
      addressMore: phrases,
      wrongOrder: phrases,
      sendTo: phrases,
      double: phrases,
      halve: phrases,
      others: phrases,
    },
    ...{
      content: phrases,
      theirs: phrases,
      perhaps: phrases,
      halfOf: phrases,
      timesEach: phrases,
      costs: phrases,
      cancelDenied: phrases,
      hearsay: phrases,
    },
    ...{ comparedWith: phrases, wanting: phrases, onlySaves: phrases, tells: phrases, onDelivery: phrases },
    ...{ tellsOfParcel: phrases, unwanted: phrases, asksTo: phrases, mustCancel: phrases },
    ...{ swapped: phrases, unreal: phrases, each: phrases, cheapest: phrases, dearest: phrases },
    ...{ remove: phrases, set: phrases, add: phrases, this: phrases, note: phrases, address: phrases },
    ...{
      payDelivery: phrases,
      payTransfer: phrases,
      payDenied: phrases,
      payDeniedBehind: phrases,
      payDeniedNear: phrases,
      thatOrder: phrases,
      correction: phrases,
    },
    ...{
      sameAddress: phrases,
      negation: phrases,
      all: phrases,
      kinds: phrases,
      kindsAside: phrases,
      choosing: phrases,
      less: phrases,
      softener: phrases,
    },
    ...{ foreign: phrases, sent: phrases, sentTo: phrases, compares: phrases },
    ...{ asks: phrases, besides: phrases, idle: phrases, priced: phrases, haggle: phrases, other: phrases },
    ...{
      wayPickup: phrases,
      wayCourier: phrases,
      wayExpress: phrases,
      wayTurn: phrases,
      noParcel: phrases,
      howLong: phrases,
    },
    ...{ shipped: phrases, feeWords: phrases, urge: phrases, sentence: phrases },
    ...{ whatIf: phrases, whatAbout: phrases, asksSame: phrases, namedOrder: phrases, noteNames: phrases },
    ...{ mistaken: phrases, kept: phrases, addressPart: phrases, notOfAddress: phrases },
    ...{ buysHowMuch: phrases, notSpent: phrases },
    ...{
      postponed: phrases,
      past: phrases,
      bought: phrases,
      home: phrases,
      alike: phrases,
      bringsFor: phrases,
      along: phrases,
    },
    ...{ unchanged: phrases, dropped: phrases, filler: phrases },
  }),
  topics: z.strictObject({
    ...{
      // 自己种的还是批发来的 is not about buying much.
      origin: phrases,
      fee: phrases,
      cheaper: phrases,
      payment: phrases,
      // 不放冰箱能放多少天 asks for no parcel.
      storage: phrases,
      shipTime: phrases,
      courier: phrases,
      invoice: phrases,
      harvest: phrases,
      where: phrases,
    },
    ...{ returns: phrases, group: phrases, pickup: phrases },
    ...{ abroad: phrases, recommend: phrases, stream: phrases },
    ...{ safe: phrases, phone: phrases, hours: phrases, visit: phrases, sellHere: phrases },
    ...{ newest: phrases, cheapest: phrases, goods: phrases },
  }),
  commands: z.strictObject({
    // What is taken back, or is of the price or of a stream, before what it holds.
    ...{ review: phrases, whereTo: phrases, unfollow: phrases, follow: phrases, following: phrases },
    ...{ cheaperWatch: phrases, streamRemind: phrases, notify: phrases, chinese: phrases, english: phrases },
    ...{
      rate: phrases,
      paid: phrases,
      payHow: phrases,
      help: phrases,
      addressBook: phrases,
      privacy: phrases,
      changeOrder: phrases,
    },
  }),
  ordinals: z.record(z.string(), phrases),
});

/** What a button or a command of ours does, asked for in words. */
export type CommandName = keyof typeof lexicon.commands;

export type Topic = keyof typeof lexicon.topics;

export const topicNames = Object.keys(lexicon.topics) as readonly Topic[];
