import { BLURB_LENGTH, BLURB_WORDS, type Draft, type Facts, type Wording } from '../facts/facts.ts';
import { joined, splitSentences } from '../text/sentences.ts';
import { findForbidden, findObjections } from './check.ts';

/** A draft without its objectionable parts, and the objections. */
export interface Pruned {
  readonly draft: Draft | undefined;
  readonly objections: readonly string[];
}

/** Drops sentences, points and tags that the law forbids or no fact supports. Without a blurb there is no draft. */
export function pruned(draft: Draft, facts: Facts): Pruned {
  const objections: string[] = [];
  const isFine = (text: string): boolean => {
    const found = findObjections(text, facts);
    objections.push(...found);
    return found.length === 0;
  };
  const zh = prunedWording(draft.zh, facts.title, true, isFine);
  const en = prunedWording(draft.en, facts.titleEn || facts.title, false, isFine);
  const isTitled = [zh, en].every((one) => one && findForbidden(one.title, facts).length === 0);
  return { draft: zh && en && isTitled ? { voice: draft.voice, zh, en } : undefined, objections };
}

function prunedWording(
  { title, blurb, points, tags }: Wording,
  otherwise: string,
  isChinese: boolean,
  isFine: (text: string) => boolean,
): Wording | undefined {
  const sentences = splitSentences(blurb).filter(isFine);
  const kept = withinLength(sentences, isChinese, isFine);
  if (kept.length === 0) return undefined;
  return {
    title: isFine(title) ? title : otherwise,
    blurb: joined(kept, isChinese),
    points: points.filter(isFine),
    tags: tags.filter(isFine),
  };
}

/** As many whole sentences as fit, without those that become unlawful after the others (最。好吃). */
export function withinLength(
  sentences: readonly string[],
  isChinese: boolean,
  isFine: (text: string) => boolean,
): string[] {
  const kept: string[] = [];
  for (const sentence of sentences) {
    const text = joined([...kept, sentence], isChinese);
    const isLong = isChinese ? text.length > BLURB_LENGTH : text.split(/\s+/).length > BLURB_WORDS;
    if (isLong) break;
    if (isFine(text)) kept.push(sentence);
  }
  return kept;
}
