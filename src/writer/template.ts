import type { Draft, Facts } from './facts.ts';

/** What can be said without a model: only what was given, in plain words. */
export function fromTemplate({ title, seller, village, harvestedOn }: Facts): Draft {
  const harvestZh = harvestedOn ? `${harvestedOn} 采收。` : '';
  const harvestEn = harvestedOn ? ` Harvested ${harvestedOn}.` : '';
  return {
    zh: {
      title,
      blurb: `${village.province}${village.county}${village.name}${seller}自家的${title}。${harvestZh}`,
    },
    en: { title, blurb: `${title} from ${seller} in ${village.nameEn}.${harvestEn}` },
  };
}
