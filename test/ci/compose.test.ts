import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { checkCompose } from '../../.ci/compose.ts';

it('compose.yaml passes on every setting that .env.example explains, and no other', () => {
  const [compose, example] = ['compose.yaml', '.env.example'].map((name) => readFileSync(name, 'utf8'));
  expect(() => checkCompose(compose ?? '', example ?? '')).not.toThrow();
  expect(() => checkCompose(compose ?? '', `${example}\n#NEW_SETTING=1\n`)).toThrow('lacks NEW_SETTING');
});
