import { describe, expect, it } from 'vitest';
import { lawScoreOf } from '../corpus/law-scoring.ts';

const corpus = new URL('../corpus/claims.jsonl', import.meta.url);

describe('the advertising law on the corpus', () => {
  it('finds what may not be said, and leaves what only looks like it', () => {
    const { recall, precision, misses } = lawScoreOf(corpus);
    expect({ recall: recall >= 0.97, precision: precision >= 0.95 }, JSON.stringify(misses)).toEqual({
      recall: true,
      precision: true,
    });
  });
});
