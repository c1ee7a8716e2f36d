import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../../src/db/client/client.ts';
import { openName } from '../../../src/db/crypto/person-name.ts';
import { freshDatabase } from '../../support/database.ts';
import { testSeal } from '../../support/village.ts';
import { openParrot } from './scene.ts';

const { database, engine, hears, lines, newEngine, phone, restart, text } = openParrot();

describe('faults', () => {
  it('parks an event after three failed turns, undoes what it wrote, tells the person, and goes on', async () => {
    await hears(text('boom'), text('after'));
    expect(phone.texts()).toHaveLength(2);
    expect(phone.texts()[0]).toContain('Nothing was ordered');
    expect(phone.texts()[1]).toBe('you said after');
    const [person] = await database.db.person.findMany();
    expect(person && openName(testSeal, person)).toBe('wang');
    expect((await database.db.inbox.findFirst({ where: { state: 'parked' } }))?.tries).toBe(3);
  });

  it('parks by itself an event that cannot be stored, and answers the rest of its batch', async () => {
    const timeless = { ...text('never'), at: new Date(Number.NaN) };
    await hears(text('before'), timeless, text('after'), timeless);
    expect(phone.texts()).toEqual(['you said before', 'you said after']);
    expect(await database.db.inbox.count({ where: { state: 'parked', key: timeless.key } })).toBe(1);
    expect(lines.filter((line) => line.includes('could not be stored'))).not.toEqual([]);
  });

  it('drops an event that cannot even be parked, with a line in the log', async () => {
    await hears(text('before'), { ...text('never'), key: 'a\0b' }, text('after'));
    expect(phone.texts()).toEqual(['you said before', 'you said after']);
    expect(lines.filter((line) => line.includes('dropped') && line.includes('"level":50'))).toHaveLength(1);
  });

  it('drops and parks nothing that the database would take another time, and answers what it took', async () => {
    await using busy = await freshDatabase();
    const [, name] = new URL(busy.url).pathname.split('/');
    await busy.db.$executeRawUnsafe(`ALTER DATABASE ${name} SET lock_timeout = '20ms'`);
    const impatient = await openDatabase(busy.url);
    const stranded = newEngine(impatient);
    const [first, second] = [text('first'), text('second')];
    await busy.db.$transaction(async (tx) => {
      await tx.$executeRaw`LOCK TABLE inbox IN ACCESS EXCLUSIVE MODE`;
      await expect(stranded.accept([first, second])).rejects.toMatchObject({ code: '55P03' });
    });
    await stranded.accept([first, second]);
    await stranded.idle();
    expect(phone.texts()).toEqual(['you said first', 'you said second']);
    expect(lines).toEqual([]);
    await stranded.stop();
    await impatient.$disconnect();
  });

  it('keeps everything for later while the database is away', async () => {
    await using away = await freshDatabase();
    const stranded = newEngine(away.db);
    await away.drop();
    await expect(stranded.accept([text('later')])).rejects.toThrow();
    expect(lines.filter((line) => line.includes('dropped') || line.includes('parked'))).toEqual([]);
    await stranded.stop();
  });

  it('handles after a restart what was accepted before it', async () => {
    await engine.stop();
    await engine.accept([text('hello')]);
    expect(phone.texts()).toEqual([]);
    restart();
    await engine.sweep();
    await engine.idle();
    expect(phone.texts()).toEqual(['you said hello']);
  });
});
