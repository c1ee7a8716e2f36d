import type { Draft, Facts, Wording } from '../facts/facts.ts';
import { joined, splitSentences } from '../text/sentences.ts';
import { findForbidden, findObjections } from './check.ts';
import { blurbLimits, type DraftEdits, holdsAvoided, NO_EDITS } from './edits.ts';

/** A draft without its objectionable parts, and the objections. */
export interface Pruned {
  readonly draft: Draft | undefined;
  readonly objections: readonly string[];
}

/**
 * Drops sentences, points and tags that the law forbids, no fact supports, or the seller does not want. Without a blurb
 * there is no draft.
 */
export function pruned(draft: Draft, facts: Facts, edits: DraftEdits = NO_EDITS): Pruned {
  const objections: string[] = [];
  const isFine = (text: string): boolean => {
    const found = findObjections(text, facts);
    objections.push(...found);
    return found.length === 0 && !holdsAvoided(text, edits);
  };
  const limits = blurbLimits(edits);
  const zh = prunedWording(draft.zh, facts.title, limits.zh, true, isFine);
  const en = prunedWording(draft.en, facts.titleEn || facts.title, limits.en, false, isFine);
  const isTitled = [zh, en].every((one) => one && findForbidden(one.title, facts).length === 0);
  return { draft: zh && en && isTitled ? { voice: draft.voice, zh, en } : undefined, objections };
}

function prunedWording(
  { title, blurb, points, tags }: Wording,
  otherwise: string,
  most: number,
  isChinese: boolean,
  isFine: (text: string) => boolean,
): Wording | undefined {
  const sentences = splitSentences(blurb).filter(isFine);
  const kept = withinLength(sentences, most, isChinese, isFine);
  if (kept.length === 0) return undefined;
  return {
    title: isFine(title) ? title : otherwise,
    blurb: joined(kept, isChinese),
    points: points.filter(isFine),
    tags: tags.filter(isFine),
  };
}

/** As many whole sentences as fit into `most` characters of Chinese or words of English, without those that become unlawful after the others (最。好吃). */
export function withinLength(
  sentences: readonly string[],
  most: number,
  isChinese: boolean,
  isFine: (text: string) => boolean,
): string[] {
  const kept: string[] = [];
  for (const sentence of sentences) {
    const text = joined([...kept, sentence], isChinese);
    const isLong = (isChinese ? text.length : text.split(/\s+/).length) > most;
    if (isLong) break;
    if (isFine(text)) kept.push(sentence);
  }
  return kept;
}
