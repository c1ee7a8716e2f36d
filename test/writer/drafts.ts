import type { Draft } from '../../src/writer/facts/facts.ts';

/** What a model may make of the walnuts of test/writer/facts.ts. */
export const plainDraft: Draft = {
  voice: 'plain',
  zh: {
    title: '岭头纸皮核桃',
    blurb: '岭头村的纸皮核桃。2026年9月采收。',
    points: ['产地汾阳市', '2026年9月20日采收'],
    tags: ['核桃'],
  },
  en: {
    title: 'Paper-shell walnuts',
    blurb: 'Walnuts from Lingtou. Harvested in September 2026.',
    points: ['From Fenyang'],
    tags: ['walnuts'],
  },
};

export const warmDraft: Draft = {
  ...plainDraft,
  voice: 'warm',
  zh: { ...plainDraft.zh, blurb: '大家好，这是岭头村的纸皮核桃。' },
  en: { ...plainDraft.en, blurb: 'Hello, here are walnuts from Lingtou.' },
};

export const withBlurb = (blurb: string): Draft => ({ ...plainDraft, zh: { ...plainDraft.zh, blurb } });

/** What a server answers that keeps to what it is asked. */
export const saidOf = (...drafts: Draft[]) => ({ json: { drafts } });
