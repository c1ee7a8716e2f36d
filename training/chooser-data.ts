import { assembleBuyer } from '../src/nlu/candidates/assemble-buyer.ts';
import { assembleSeller } from '../src/nlu/candidates/assemble-seller.ts';
import { automata, type Models, proposalsFor } from '../src/nlu/candidates/candidates.ts';
import { buyerCandidates } from '../src/nlu/candidates/propose-buyer.ts';
import { sellerCandidates } from '../src/nlu/candidates/propose-seller.ts';
import { factsOfOrder, orderKey, statesAmounts } from '../src/nlu/choose/buyer/judge-buyer.ts';
import type { Facts } from '../src/nlu/choose/chooser.ts';
import { rulesForBuyer, rulesForSeller } from '../src/nlu/choose/second-opinion.ts';
import { factsOfOffer, offerKey, statesNumbers } from '../src/nlu/choose/seller/judge-seller.ts';
import { lex } from '../src/nlu/lexer/lexer.ts';
import { findGoods, knownWith } from '../src/nlu/model/goods.ts';
import type { BuyerKind, BuyerReading, SellerKind, SellerReading } from '../src/nlu/reading.ts';
import { withoutRecipient } from '../src/nlu/recipient/pieces/part.ts';
import type { BuyerTag, SellerTag, Tag } from '../src/nlu/tagger/tags.ts';
import type { Entry, Side } from './corpus.ts';
import type { Labelled } from './labelled.ts';
import { type Material, messagesOfFrames } from './material.ts';
import type { ChoiceExample } from './train-chooser.ts';

export interface Option {
  readonly facts: Facts;
  readonly isRight: boolean;
  readonly key: string;
  readonly statesNumbers: boolean;
  /** Whether a number is stated that was not meant. */
  readonly isWrong: boolean;
}

const known = knownWith([]);

/** Messages of every frame that was held out. */
const COPIES = 1;
/** A fresh writer's message teaches as much as several of a frame. */
const FRESH = 3;

/** Of all that was held out the ways to take each message. */
export function heldChoices(held: Material, models: Models): ChoiceExample[] {
  const ofFrames = messagesOfFrames(held, COPIES).map((one) => entryOf(held.side, one));
  const choices = (entry: Entry, weight: number, hasRules = true): ChoiceExample => ({
    options: optionsOf(held.side, models, entry, hasRules),
    weight,
  });
  return [
    ...held.fresh.map((entry) => choices(entry, FRESH)),
    ...ofFrames.map((entry) => choices(entry, 1)),
    // The rules were written on these: that they agree proves nothing.
    ...held.first.map((entry) => choices(entry, 1, false)),
  ];
}

/** A message of a frame with what its tags say: an entry as in a corpus. */
export function entryOf(side: Side, { lexed, tags, class: kind }: Labelled): Entry {
  const message = lexed.text.said;
  if (side === 'seller')
    return { message, reading: assembleSeller(kind as SellerKind, lexed, tags as Tag<SellerTag>[]) };
  const isNamed = kind === 'order' || kind === 'search';
  const lines = isNamed ? assembleBuyer(lexed, tags as Tag<BuyerTag>[]).lines : [];
  return { message, reading: { kind: kind as BuyerKind, lines, recipient: null, ambiguous: [] } };
}

/** The ways to take a message of a corpus, each with its facts and whether it is what was meant. */
export function optionsOf(side: Side, models: Models, entry: Entry, hasRules = true): Option[] {
  return side === 'buyer'
    ? ordersOf(models, entry.message, entry.reading as BuyerReading, hasRules)
    : offersOf(models, entry.message, entry.reading as SellerReading, hasRules);
}

function ordersOf(models: Models, message: string, wanted: BuyerReading, hasRules: boolean): Option[] {
  const { rest, recipient } = withoutRecipient(message);
  const lexed = lex(rest);
  const marks = findGoods(lexed, known);
  const rules = hasRules ? rulesForBuyer(message) : undefined;
  const linesOf = ({ lines }: Pick<BuyerReading, 'lines'>): unknown[] =>
    lines.map(({ product, quantity, measure }) => [product, quantity, measure]);
  const kindOf = (kind: string, count: number): string =>
    kind === 'other' && count === 0 && recipient ? 'order' : kind;
  const proposals = proposalsFor(models, automata.buyer, lexed, marks);
  return buyerCandidates(lexed, proposals).map((one) => ({
    facts: factsOfOrder(lexed, marks, rules, one),
    key: orderKey(one),
    statesNumbers: statesAmounts(one),
    isRight:
      kindOf(one.kind, one.lines.length) === kindOf(wanted.kind, wanted.lines.length) &&
      same(linesOf(one), linesOf(wanted)),
    isWrong: one.lines.some(
      ({ quantity, measure }, i) =>
        quantity !== null &&
        !(wanted.lines[i]?.quantity === quantity && wanted.lines[i]?.measure === measure),
    ),
  }));
}

function offersOf(models: Models, message: string, wanted: SellerReading, hasRules: boolean): Option[] {
  const lexed = lex(message);
  const marks = findGoods(lexed, known);
  const rules = hasRules ? rulesForSeller(message) : undefined;
  const isSilent = wanted.kind === 'stream' || wanted.kind === 'other';
  const numbers = ({ measure, price, priceQuantity, stock, packs }: SellerReading): unknown[] => [
    measure,
    price,
    priceQuantity,
    stock && [stock.mode, stock.quantity],
    packs,
  ];
  const proposals = proposalsFor(models, automata.seller, lexed, marks);
  return sellerCandidates(lexed, proposals).map((one) => ({
    facts: factsOfOffer(lexed, marks, rules, one),
    key: offerKey(one),
    statesNumbers: statesNumbers(one),
    isRight:
      one.reading.kind === wanted.kind &&
      same(numbers(one.reading), numbers(wanted)) &&
      (isSilent || one.reading.title === wanted.title),
    isWrong: numbers(one.reading).some(
      (value, i) => value !== null && !same(value, []) && !same(value, numbers(wanted)[i]),
    ),
  }));
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
