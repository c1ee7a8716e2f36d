import { expect, it } from 'vitest';
import { protect } from '../../src/writer/translation/protect.ts';

it('names, numbers and units come back as they were', () => {
  const safe = protect('王秀英家的核桃 3斤 45元，A-0317 什么时候到？', ['王秀英家', '核桃']);
  expect(safe?.masked).not.toMatch(/王秀英家|核桃|3斤|45元|0317/);
  const marks = safe?.masked.match(/⟦\d+⟧/gu) ?? [];
  expect(safe?.restore(`When will ${marks.join(' ')} arrive?`)).toMatch(/王秀英家.*核桃.*3斤.*45元.*A-0317/);
});

it.each([
  ['a lost number', '3斤多少钱', () => 'How much is it?'],
  ['a doubled number', '3斤多少钱', () => 'How much are ⟦1⟧ ⟦1⟧?'],
  ['an invented number', '3斤多少钱', () => 'How much are ⟦1⟧ and ⟦7⟧?'],
])('%s makes no translation', (_name, text, translate) => {
  expect(protect(text, [])?.restore(translate())).toBeUndefined();
});

it('a message with somebody’s contacts is not sent to a model', () => {
  expect(protect('送到 张伟 13800001234 太原市迎泽区桃园路12号', [])).toBeUndefined();
});
