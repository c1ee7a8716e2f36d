import { classShares } from '../../nlu/model/classifier.ts';
import { loadModel, type Model } from '../../nlu/model/model.ts';
import { senseFeatures } from './sense-features.ts';

/** What a text says against the law, or that it says nothing against it. */
export const SENSES = [
  'ok',
  'absolute',
  'state',
  'health',
  'promise',
  'others',
  'trademark',
  'certificate',
] as const;
export type Sense = Exclude<(typeof SENSES)[number], 'ok'>;

/** How far the learned half takes a text for each level, from 0 to 1, and for what most. */
export interface Judgement {
  readonly forbidden: number;
  readonly certificate: number;
  readonly sense: Sense;
}

let loaded: Model | undefined;

/** What `npm run train` learned, read once in each process. */
function learned(): Model {
  loaded ??= loadModel(new URL('./models/senses.bin', import.meta.url));
  return loaded;
}

/** Judges a plain text, as `plainText` makes it. */
export function judgeSense(text: string, model: Model = learned()): Judgement {
  const shares = classShares(model, senseFeatures(text));
  const share = (sense: string): number => Math.exp(shares.get(sense) ?? Number.NEGATIVE_INFINITY);
  const certificate = share('certificate');
  const [, ...wrong] = SENSES;
  const [sense = 'absolute'] = wrong.toSorted((one, other) => share(other) - share(one));
  return { sense, certificate, forbidden: Math.max(0, 1 - share('ok') - certificate) };
}
