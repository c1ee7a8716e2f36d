import { describe, expect, it } from 'vitest';
import { claimsScoreOf } from '../corpus/claims-scoring.ts';
import { lawScoreOf } from '../corpus/law-scoring.ts';

/** A thousand texts, each word of them against all facts. */
const SLOW_MS = 120_000;

const corpus = new URL('../corpus/claims.jsonl', import.meta.url);
const later = new URL('../corpus/claims-later.jsonl', import.meta.url);

describe('the advertising law on the corpus', () => {
  it('finds what may not be said, and leaves what only looks like it', () => {
    const { recall, precision, misses } = lawScoreOf(corpus);
    expect({ recall: recall >= 0.97, precision: precision >= 0.95 }, JSON.stringify(misses)).toEqual({
      recall: true,
      precision: true,
    });
  });
});

describe('the claims of the corpus', () => {
  it(
    'are let through by their facts alone, and mostly when they have them',
    () => {
      const { letThrough, dropped, misses } = claimsScoreOf(corpus);
      expect({ letThrough, isDropped: dropped > 0.05 }, JSON.stringify(misses)).toEqual({
        letThrough: 0,
        isDropped: false,
      });
    },
    SLOW_MS,
  );
  it(
    'of the newest writers, whose other words are not all known, are no worse let through and lost than they were',
    () => {
      const { letThrough, dropped, misses } = claimsScoreOf(later);
      expect({ isWorse: letThrough > 0.027, isDropped: dropped > 0.14 }, JSON.stringify(misses)).toEqual({
        isWorse: false,
        isDropped: false,
      });
    },
    SLOW_MS,
  );
});
