import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FILE_MS, storeFile } from '../../../src/chat/store/files.ts';
import { inTransaction } from '../../../src/db/work.ts';
import { type House, openHouse } from './house.ts';
import { visit } from './visitor.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house[Symbol.asyncDispose]());

const personOf = async (chat: string) =>
  (await house.appContext.db.chat.findUniqueOrThrow({ where: { id: chat } })).personId;

async function fileFor(chat: string, type: 'text/csv' | 'text/html', content: string): Promise<string> {
  const personId = await personOf(chat);
  return inTransaction(house.appContext, (context) =>
    storeFile(context, personId, { name: '装箱单.csv', type, content }),
  );
}

describe('a file that the shop hands over', () => {
  it('is given to its person, under its own name', async () => {
    const buyer = await visit(house.url);
    const id = await fileFor(buyer.chat, 'text/csv', '核桃,5斤');
    const response = await buyer.get(`/api/buyer/files/${id}`);
    expect(await response.text()).toBe('核桃,5斤');
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename*=UTF-8''${encodeURIComponent('装箱单.csv')}`,
    );
  });

  it('is given to nobody else', async () => {
    const id = await fileFor((await visit(house.url)).chat, 'text/csv', '核桃,5斤');
    const stranger = await visit(house.url);
    expect((await stranger.get(`/api/buyer/files/${id}`)).status).toBe(404);
    expect((await fetch(`${house.url}/api/buyer/files/${id}`)).status).toBe(404);
  });

  it('runs nothing when it is a page to print', async () => {
    const buyer = await visit(house.url);
    const id = await fileFor(buyer.chat, 'text/html', '<script>alert(1)</script>');
    const response = await buyer.get(`/api/buyer/files/${id}`);
    expect(response.headers.get('content-security-policy')).toMatch(
      /^sandbox allow-modals; default-src 'none'/,
    );
  });

  it('cannot be read in the database', async () => {
    const id = await fileFor((await visit(house.url)).chat, 'text/csv', '13800001234');
    const row = await house.appContext.db.download.findUniqueOrThrow({ where: { id } });
    expect(Buffer.from(row.sealed).toString('latin1')).not.toContain('13800001234');
    expect(row.expiresAt.getTime() - row.createdAt.getTime()).toBe(FILE_MS);
  });
});
