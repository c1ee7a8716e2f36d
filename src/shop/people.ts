import type { Work } from '../db/work.ts';

export const people = ({ tx }: Work) => ({
  async setLocale(id: string, locale: 'zh' | 'en'): Promise<void> {
    await tx.person.update({ where: { id }, data: { locale } });
  },
});
