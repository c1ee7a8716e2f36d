import { readFileSync } from 'node:fs';
import { findLawHits } from '../../src/writer/law/law.ts';

/** One text of the corpus of what an advertisement may say. */
interface LawLine {
  readonly kind: 'law';
  /** `unseen…` was written before the rules that it tries, and scored once before they were mended. */
  readonly part: string;
  readonly text: string;
  readonly expect: 'forbidden' | 'certificate' | 'ok';
}

export interface LawScore {
  readonly texts: number;
  readonly recall: number;
  readonly precision: number;
  /** Lawful texts with any hit. */
  readonly falseAlarms: number;
  readonly misses: readonly {
    readonly text: string;
    readonly expect: string;
    readonly got: readonly string[];
  }[];
}

/** How well the law check judges the texts of `corpus`; `part` takes one part of them. */
export function lawScoreOf(corpus: URL, part?: string): LawScore {
  const lines = linesIn(corpus).filter((line) => part === undefined || line.part === part);
  const rows = lines.map((line) => ({ ...line, levels: levelsIn(line.text) }));
  const unlawful = rows.filter(({ expect }) => expect !== 'ok');
  const right = unlawful.filter(({ expect, levels }) => levels.includes(expect));
  const hit = rows.flatMap(({ expect, levels }) => levels.map((level) => level === expect));
  const lawful = rows.filter(({ expect }) => expect === 'ok');
  const alarms = lawful.filter(({ levels }) => levels.length > 0);
  const missed = rows.filter(({ expect, levels }) =>
    expect === 'ok' ? levels.length > 0 : !levels.includes(expect),
  );
  return {
    texts: rows.length,
    recall: right.length / unlawful.length,
    precision: hit.filter(Boolean).length / hit.length,
    falseAlarms: alarms.length / lawful.length,
    misses: missed.map(({ text, expect, levels }) => ({ text, expect, got: levels })),
  };
}

const levelsIn = (text: string): string[] => [
  ...new Set(
    findLawHits(text)
      .map(({ level }) => level)
      .filter((level) => level !== 'mind'),
  ),
];

function linesIn(corpus: URL): LawLine[] {
  const lines = readFileSync(corpus, 'utf8').split('\n').filter(Boolean);
  return lines.map((line): LawLine => JSON.parse(line)).filter(({ kind }) => kind === 'law');
}
