import { z } from 'zod';
import { readDataFile } from '../../shop/values/data-file.ts';

const phrases = z.string().transform((text) => text.split(/\s*,\s*/).filter(Boolean));

export const lexicon = readDataFile('lexicon/acts.yaml', {
  courtesy: phrases,
  whole: z.strictObject({
    ...{ yes: phrases, no: phrases, drop: phrases, thanks: phrases },
    ...{ greet: phrases, same: phrases, bye: phrases },
  }),
  part: z.strictObject({
    ...{
      bot: phrases,
      praise: phrases,
      anger: phrases,
      restore: phrases,
      refund: phrases,
      received: phrases,
    },
    ...{ remove: phrases, set: phrases, add: phrases, this: phrases, note: phrases, address: phrases },
    ...{ payDelivery: phrases, payTransfer: phrases },
  }),
  topics: z.strictObject({
    ...{ payment: phrases, shipTime: phrases, invoice: phrases, harvest: phrases, where: phrases },
    ...{ abroad: phrases, recommend: phrases, cheaper: phrases, stream: phrases },
  }),
  ordinals: z.record(z.string(), phrases),
});

export type Topic = keyof typeof lexicon.topics;

const isHan = (phrase: string): boolean => /\p{Script=Han}/u.test(phrase);

/** The phrases, the longest first; Latin ones only as whole words. */
export function phrasePattern(list: readonly string[], flags = ''): RegExp {
  const escaped = [...list]
    .sort((a, b) => b.length - a.length)
    .map((phrase) => phrase.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .map((phrase) => (isHan(phrase) ? phrase : `\\b${phrase}\\b`));
  return new RegExp(`(?:${escaped.join('|')})`, `u${flags}`);
}
