import { z } from 'zod';
import { readData } from '../../shop/values/data-file.ts';

/** `forbidden`: may not be published; `certificate`: only with the certificate; `mind`: only if it can be proven. */
export type LawLevel = 'forbidden' | 'certificate' | 'mind';

/** One rule of data/advertising-law.yaml, its words compiled. */
export interface LawRule {
  readonly id: string;
  readonly level: LawLevel;
  readonly about: string;
  /** The law and its article, as an official would cite it. */
  readonly source: string;
  /** Undefined where the sense alone is judged. */
  readonly words: RegExp | undefined;
  /** The learned sense that this rule names. */
  readonly sense: string | undefined;
  readonly except: RegExp | undefined;
  readonly unless: RegExp | undefined;
  readonly passesNotices: boolean;
  /** The words may begin within a Chinese word, as 政府 does in 县政府. */
  readonly beginsAnywhere: boolean;
  /** What the rewrite puts in place of the words; undefined: it removes the whole clause. */
  readonly instead: string | undefined;
  readonly examples: { readonly unlawful: readonly string[]; readonly lawful: readonly string[] };
}

const patterns = z.string().transform((text) => text.split(/\s+/).filter(Boolean));
const examples = z.strictObject({ unlawful: z.array(z.string()).min(1), lawful: z.array(z.string()).min(1) });

const shape = z.strictObject({
  sources: z.record(z.string(), z.strictObject({ name: z.string(), date: z.string() })),
  sets: z.record(z.string(), patterns),
  notice: z.strictObject({ cues: patterns, offer: patterns }),
  rules: z.array(
    z.strictObject({
      id: z.string(),
      level: z.enum(['forbidden', 'certificate', 'mind']),
      notices: z.literal('pass').optional(),
      edges: z.literal('none').optional(),
      source: z.string(),
      article: z.string(),
      about: z.string(),
      words: patterns.optional(),
      sense: z.string().optional(),
      except: patterns.optional(),
      unless: patterns.optional(),
      instead: z.string(),
      examples,
    }),
  ),
});

type Data = z.infer<typeof shape>;

/** The rules, and the words that distinguish a notice from an offer. */
export interface Law {
  readonly rules: readonly LawRule[];
  readonly noticeCues: RegExp;
  readonly offerCues: RegExp;
}

let loaded: Law | undefined;

/** Reads and checks the file once in each process. */
export function law(): Law {
  loaded ??= lawIn(readData('advertising-law.yaml', shape));
  return loaded;
}

function lawIn({ sources, sets, notice, rules }: Data): Law {
  const compile = (words: readonly string[], flags = 'giu'): RegExp => compiled(words, sets, flags);
  return {
    noticeCues: compile(notice.cues, 'iu'),
    offerCues: compile(notice.offer, 'iu'),
    rules: rules.map((rule) => {
      const source = sources[rule.source];
      if (!source) throw new Error(`data/advertising-law.yaml: rule ${rule.id} names no known source`);
      return {
        ...{ id: rule.id, level: rule.level, about: rule.about, examples: rule.examples },
        source: `${source.name} (${source.date}), ${rule.article}`,
        words: rule.words && compile(rule.words),
        sense: rule.sense,
        except: rule.except && compile(rule.except),
        unless: rule.unless && compile(rule.unless, 'iu'),
        passesNotices: rule.notices === 'pass',
        beginsAnywhere: rule.edges === 'none',
        instead: rule.instead === 'clause' ? undefined : rule.instead,
      };
    }),
  };
}

function compiled(words: readonly string[], sets: Data['sets'], flags: string): RegExp {
  return new RegExp(words.map((word) => atWordEdges(expanded(word, sets))).join('|'), flags);
}

/** `_`, `~n` and `{set}` as the head of the file explains them. */
function expanded(word: string, sets: Data['sets']): string {
  return word
    .replace(/\{([a-z_]+)\}/g, (whole, name: string) => {
      const set = sets[name];
      return set ? `(?:${set.join('|')})` : whole;
    })
    .replaceAll('_', String.raw`[\s-]`)
    .replace(/~(\d+)/g, '[^,。!?;\\n]{0,$1}');
}

const HAN = /\p{Script=Han}/u;

const atWordEdges = (pattern: string): string =>
  HAN.test(pattern) || pattern.includes('Script=Han')
    ? `(?:${pattern})`
    : `(?<![a-z0-9])(?:${pattern})(?![a-z0-9])`;
