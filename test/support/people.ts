import { openName } from '../../src/db/crypto/person-name.ts';
import type { PersonId } from '../../src/db/ids.ts';
import { present } from './present.ts';
import type { Walnut } from './walnut.ts';

/** The person who is called `name`: names are sealed, so that no query finds one by it. */
export async function findPersonCalled({ app, database }: Walnut, name: string) {
  const people = await database.db.person.findMany();
  return present(people.find((row) => openName(app.appContext.cipher, row) === name));
}

/** … as an operator. */
export async function makeOperator(walnut: Walnut, name: string): Promise<PersonId> {
  const { id } = await findPersonCalled(walnut, name);
  await walnut.database.db.person.update({ where: { id }, data: { isOperator: true } });
  return id;
}
