import { readDataFile } from '../../../../shop/values/data-file.ts';
import { lists, phrases } from '../../lexicon.ts';

/** How sellers say what their shop is to do. */
export const settingWords = readDataFile('lexicon/settings.yaml', {
  fee: lists('aside', 'named', 'courier', 'from', 'fromBehind', 'below', 'free', 'allFree'),
  weight: lists('first', 'step', 'plus', 'order'),
  askedFor: lists('set', 'minimum', 'fee', 'areas', 'days', 'ask', 'other'),
  terms: lists(
    ...(['minimum', 'under', 'refused', 'lifted', 'notFree', 'noPickup', 'noCourier', 'noExpress'] as const),
    ...(['forOne', 'ruleEnds', 'notFreePart', 'fromNowOn'] as const),
    ...(['but', 'home', 'abroad', 'others', 'more', 'fetch', 'limit', 'limitCue', 'limitNot'] as const),
  ),
  areas: lists('away', 'again'),
  weekly: lists('only', 'every', 'others', 'ship', 'daily', 'once'),
  least: lists(
    'behind',
    'behindLast',
    'before',
    'maybe',
    'buying',
    'under',
    'refused',
    'sent',
    'lifted',
    'dropped',
    'aside',
    'everyone',
  ),
  only: lists('cue'),
  remote: phrases,
  cannot: lists('together', 'orders', 'onDelivery', 'stopped'),
  days: lists('off', 'resumed'),
  pickup: lists('cue', 'at', 'aheadEnd', 'come', 'open', 'end'),
  name: lists('cue', 'to'),
  plain: lists('filler', 'days', 'unsure', 'later', 'neverFree'),
  none: phrases,
  asked: phrases,
});
