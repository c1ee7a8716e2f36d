import { expect, it } from 'vitest';
import { createCipher } from '../../../src/db/crypto/cipher.ts';
import { sealedAt } from '../../../src/db/crypto/sealed-columns.ts';
import { findDangers } from '../../../src/health/dangers.ts';
import { readFigures } from '../../../src/health/figures.ts';
import { openParrot } from './scene.ts';

// What was sealed under a key that is lost: a database brought back from before the key was changed, a value altered.

const { clock, database, engine, event, hears, phone, text } = openParrot();
const lost = createCipher(Buffer.alloc(32, 99));
const lossesFound = async () =>
  findDangers(await readFigures({ db: database.db, clock })).filter(
    ({ name }) => name === 'conversations-lost',
  );

it('a conversation that no key opens begins anew, says so once, and is counted for a day', async () => {
  await hears(event({ is: 'command', name: 'age', rest: '' }));
  const { chatId } = await database.db.session.findFirstOrThrow();
  const { id: personId } = await database.db.person.findFirstOrThrow();
  const sealed = lost.encrypt({ misses: 0 }, sealedAt('session.sealed', chatId));
  await database.db.session.update({ where: { chatId }, data: { sealed } });
  const sealedName = lost.encrypt('wang', sealedAt('person.sealed_name', personId));
  await database.db.person.update({ where: { id: personId }, data: { name: '', sealedName } });
  await hears(text('8'), text('again'));
  expect(phone.texts().slice(1)).toEqual([
    expect.stringContaining('nothing that was ordered is lost'),
    'you said 8',
    'you said again',
  ]);
  expect(await lossesFound()).toEqual([{ name: 'conversations-lost', value: 1 }]);
  clock.advance(24 * 3_600_000 + 1);
  expect(await lossesFound()).toEqual([]);
});

it('an event that no key opens is set aside at once, and the next ones are answered', async () => {
  await hears(text('before'));
  const { channel, address, key, seq, at } = text('never');
  const sealed = lost.encrypt({}, sealedAt('inbox.sealed', channel, key));
  await database.db.inbox.create({ data: { channel, address, key, seq, at, sealed } });
  await hears(text('after'));
  // Another's first words ever: nobody knows who said them.
  const first = { channel, address: 'li', key: 'first', seq, at };
  const unknown = lost.encrypt({}, sealedAt('inbox.sealed', channel, 'first'));
  await database.db.inbox.create({ data: { ...first, sealed: unknown } });
  await hears(text('hello', 'li'), text('still here'));
  await engine.sweep();
  await engine.idle();
  expect(phone.texts()).toEqual([
    'you said before',
    expect.stringContaining('Nothing was ordered'),
    'you said after',
    'you said still here',
  ]);
  expect(phone.texts('li')).toEqual(['you said hello']);
  expect(await database.db.inbox.count({ where: { state: 'parked' } })).toBe(2);
});
