import { lex } from '../../lexer/lexer.ts';
import { isQuantity } from '../../lexer/tokens.ts';
import { splitClauses } from '../clauses.ts';
import { type Rename, readRename } from './rename-act.ts';

/** A new name, and what is said of the goods beside that. */
export interface RenameAndMore extends Rename {
  /** As if only that had been said, under the new name. */
  readonly more: string;
  /** The clauses with figures, as they were said. */
  readonly figures: readonly string[];
}

const AND = /\s+and\s+(?=(?:make|change|set|put|raise|lower|price|sell|its|it)\b)/iu;

/** 桑果干改名叫黑桑葚干，价钱也调一下，32一斤; nothing where no figure stands beside the new name. */
export function readRenameAndMore(message: string, titles: readonly string[]): RenameAndMore | undefined {
  const clauses = splitClauses(message).flatMap((clause) => clause.split(AND));
  const renames = clauses.map((clause) => readRename(clause, titles));
  const at = renames.findIndex((one) => one !== undefined);
  const rename = renames[at];
  const figures = clauses.filter((clause, i) => i !== at && lex(clause).tokens.some(isQuantity));
  const isOne = renames.filter((one) => one !== undefined).length === 1;
  if (!rename || !isOne || figures.length === 0 || /[?？]/u.test(message)) return undefined;
  const before = clauses.slice(0, at + 1).join('，');
  const named = titles.filter((title) => before.toLowerCase().includes(title.toLowerCase()));
  const goods = rename.goods === '' && named.length === 1 ? (named[0] ?? '') : rename.goods;
  const isOthers = titles.some((title) => title !== goods && figures.some((one) => one.includes(title)));
  if (isOthers) return undefined;
  const said = figures.map((one) => one.replace(goods === '' ? '\0' : goods, '').trim());
  return { goods, title: rename.title, more: `${rename.title} ${said.join('，')}`, figures };
}
