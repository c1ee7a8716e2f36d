import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { withoutPersonalData } from '../../../src/writer/facts/personal-data.ts';

/** Not every paste has every part. */
const part = z
  .string()
  .nullish()
  .transform((said) => said ?? '');

const recipient = z.object({
  text: z.string(),
  expect: z.object({
    name: part,
    phone: part,
    address: part,
  }),
});

it.each([
  '收货人:罗志强\n联系电话:18600003321\n收货地址:广东省佛山市顺德区大良街道凤翔路9号嘉信城市花园5座1204',
  '田小甜 17700002290 四川省成都市双流区华府大道二段99号南湖逸家2期8栋1单元2203号',
  '陈雪梅\n138-0000-1234\n河南省郑州市二七区航海路5号',
  '王老师 010-66668888 北京市朝阳区',
])('nothing of a recipient is left: %s', (text) => {
  expect(withoutPersonalData(text)).not.toMatch(/罗志强|田小甜|陈雪梅|王老师|\d{4}|路|区/);
});

it('what was said of the goods stays', () => {
  expect(withoutPersonalData('壳薄,房顶上晒的。要的打13800001234,张伟。九月摘的。')).toBe(
    '壳薄,房顶上晒的。九月摘的。',
  );
  expect(withoutPersonalData('村里的老树,2026年9月20日摘的,5斤一箱')).toBe(
    '村里的老树,2026年9月20日摘的,5斤一箱',
  );
});

it('of all pasted addresses of the corpus, nothing of name, phone or place is left, and the goods are', () => {
  const rows = readFileSync(new URL('../../corpus/addresses.jsonl', import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => recipient.parse(JSON.parse(line)));
  const plain = (text: string): string => text.normalize('NFKC').replace(/\s/g, '');
  const leaks = rows.filter(({ text, expect: { name, phone, address } }) => {
    const left = withoutPersonalData(`核桃壳薄，房顶上晒的。\n${text}`);
    const digits = left.replace(/\D/g, '');
    return (
      !left.includes('壳薄') ||
      (phone !== '' && digits.includes(phone.replace(/\D/g, ''))) ||
      (name.length > 1 && left.includes(name)) ||
      (address !== '' && plain(left).includes(plain(address).slice(-6)))
    );
  });
  expect(rows.length).toBeGreaterThan(300);
  expect(leaks.map(({ text }) => text)).toEqual([]);
});
