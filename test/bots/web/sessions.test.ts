import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTransaction } from '../../../src/db/work.ts';
import { sessions } from '../../../src/shop/customers/sessions.ts';
import { type House, openHouse } from './house.ts';
import { visit } from './visitor.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house[Symbol.asyncDispose]());

const personOf = async (chat: string) =>
  (await house.appContext.db.chat.findUniqueOrThrow({ where: { id: chat } })).personId;

describe('an open event stream', () => {
  it('ends when the cookie it was opened with is exchanged, and does not open again with it', async () => {
    const seller = await visit(house.url, 'seller');
    const thief = await visit(house.url, 'seller', {}, seller.cookie());
    await using listener = await thief.listen();
    const old = seller.cookie();
    await seller.post('/join/0123456789abcdef', {});
    await listener.ended;
    expect(seller.cookie()).not.toBe(old);
    const again = await fetch(`${house.url}/api/seller/stream?chat=${seller.chat}`, {
      headers: { cookie: old },
    });
    expect(again.status).toBe(409);
  });

  it('ends when its browser logs out, which then is nobody', async () => {
    const buyer = await visit(house.url);
    await using listener = await buyer.listen();
    const cookie = buyer.cookie();
    expect((await buyer.post('/api/logout', {})).status).toBe(204);
    await listener.ended;
    const history = await fetch(`${house.url}/api/buyer/history?before=9`, { headers: { cookie } });
    expect(history.status).toBe(401);
  });

  it('ends when its session is revoked, and another browser of the same person comes again', async () => {
    const buyer = await visit(house.url);
    const person = await personOf(buyer.chat);
    await using listener = await buyer.listen();
    await inTransaction(house.appContext, async (context) => {
      const [one, ...others] = await sessions(context).of(person);
      expect(others).toEqual([]);
      expect(await sessions(context).end(await personOf((await visit(house.url)).chat), one?.id)).toBe(false);
      expect(await sessions(context).end(person, one?.id)).toBe(true);
    });
    await listener.ended;
    expect((await buyer.get('/api/buyer/history?before=9')).status).toBe(401);
  });
});

describe('a banned person', () => {
  it('is out at both doors with the same cookie, and is made nobody new', async () => {
    const buyer = await visit(house.url);
    const data = { bannedAt: new Date() };
    await house.appContext.db.person.update({ where: { id: await personOf(buyer.chat) }, data });
    const before = await house.appContext.db.person.count();
    for (const side of ['buyer', 'seller'])
      expect((await buyer.get(`/api/${side}/session`)).status).toBe(403);
    expect((await buyer.event({ is: 'text', text: 'hi' })).status).toBe(403);
    expect(await house.appContext.db.person.count()).toBe(before);
  });
});
