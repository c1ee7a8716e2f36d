import type { PersonId } from '../ids.ts';
import { type Cipher, openIfAble } from './cipher.ts';
import { sealedAt } from './sealed-columns.ts';

/** What is read of a person to name them. */
export const nameColumns = { id: true, name: true, sealedName: true } as const;

/** A person's row, as far as it names them. */
export interface NamedRow {
  readonly id: PersonId;
  /** In clear: of an earlier release, until the next start. */
  readonly name: string;
  readonly sealedName: Uint8Array | null;
}

/** Empty where no key opens it: somebody without a name is better than a list that cannot be shown. */
export const openName = (cipher: Cipher, { id, name, sealedName }: NamedRow): string =>
  sealedName ? String(openIfAble(cipher, sealedName, sealedAt('person.sealed_name', id)) ?? '') : name;

/** The columns of a person who is called `name`. */
export const sealName = (cipher: Cipher, id: PersonId, name: string) => ({
  name: '',
  sealedName: name === '' ? null : cipher.encrypt(name, sealedAt('person.sealed_name', id)),
});
