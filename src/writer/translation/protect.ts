import { withoutPersonalData } from '../facts/personal-data.ts';

/** A text whose names, numbers and units stand as numbered marks, which a translation has to keep. */
export interface ProtectedText {
  readonly masked: string;
  /** The translation with everything back in its place; undefined where a mark is missing, new or doubled. */
  restore(translated: string): string | undefined;
}

/** Numbers with their units and money signs; order numbers; links. */
const FIGURES =
  /https?:\/\/\S+|[A-Z]-\d{3,}|[¥￥$]?\d[\d.,:/-]*\s*(?:斤|公斤|千克|克|两|kg|g|ml|l|升|毫升|元|块|%|个|枚|袋|瓶|盒|箱)?|[一二两三四五六七八九十百半]+(?:斤|公斤|两|元|块)/giu;

/** Undefined where the text holds somebody's contacts: it is not sent to a model. */
export function protect(text: string, names: readonly string[]): ProtectedText | undefined {
  const plain = text.normalize('NFKC').trim();
  if (withoutPersonalData(plain) !== plain.replace(/ {2,}/g, ' ')) return undefined;
  const kept: string[] = [];
  const mark = (words: string): string => `⟦${kept.push(words)}⟧`;
  const known = names.filter((name) => name.trim().length > 1).toSorted((a, b) => b.length - a.length);
  const named = known.reduce((left, name) => left.replaceAll(name, () => mark(name)), plain);
  const masked = named.replace(/⟦\d+⟧|[^⟦⟧]+/gu, (part) =>
    part.startsWith('⟦') ? part : part.replace(FIGURES, (figure) => mark(figure.trim())),
  );
  return { masked, restore: (translated) => restored(translated, kept) };
}

function restored(translated: string, kept: readonly string[]): string | undefined {
  const marks = [...translated.matchAll(/⟦(\d+)⟧/gu)].map(([, number]) => Number(number));
  const isWhole = marks.length === kept.length && new Set(marks).size === kept.length;
  if (!isWhole || marks.some((number) => kept[number - 1] === undefined)) return undefined;
  const text = translated.replace(/⟦(\d+)⟧/gu, (_, number) => kept[Number(number) - 1] ?? '');
  return /[⟦⟧]/u.test(text) ? undefined : text.trim();
}

/** The language in which most of a text is written; undefined where there are no words. */
export function detectLanguage(text: string): 'zh' | 'en' | undefined {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}+/gu)?.length ?? 0;
  if (han + latin === 0) return undefined;
  return han >= latin ? 'zh' : 'en';
}
