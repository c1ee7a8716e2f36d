import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { bundleScript, bundleStyle } from '../../../../src/bots/web/pages/bundle.ts';

const reader = (files: Record<string, string>) => (name: string) => files[name] ?? '';

/** What the modules note as they run. */
function run(files: Record<string, string>, entry = 'page'): unknown[] {
  const notes: unknown[] = [];
  runInNewContext(bundleScript(reader(files), entry), { note: (what: unknown) => notes.push(what) });
  return notes;
}

describe('one script of a page’s modules', () => {
  it('runs each once, after those that it imports, and keeps their names apart', () => {
    const files = {
      'page.js': [
        "import * as lines from './line-store.js';",
        "import {\n  one,\n  two as second,\n} from './values.js';",
        "import './values.js';",
        '/** Notes them. */',
        'const shared = 3;',
        'note([lines.text(), one, second, shared]);\n',
      ].join('\n'),
      'line-store.js':
        "import { one } from './values.js';\nconst shared = one;\nexport function text() {\n  return shared;\n}\n",
      'values.js': "note('values');\nconst shared = 1;\nexport const one = shared;\nexport const two = 2;\n",
    };
    expect(run(files)).toEqual(['values', [1, 1, 2, 3]]);
  });

  it('is not made of forms that it does not know, nor of a circle', () => {
    const bundle = (files: Record<string, string>) => () => bundleScript(reader(files), 'page');
    expect(bundle({ 'page.js': 'export let count = 0;\n' })).toThrow('page.js has a line');
    expect(bundle({ 'page.js': "import values from './values.js';\n" })).toThrow('page.js has a line');
    const circle = { 'page.js': "import './other.js';\n", 'other.js': "import './page.js';\n" };
    expect(bundle(circle)).toThrow('page → other → page');
  });

  it('has the stylesheets that another imports in their places', () => {
    const files = { 'page.css': '@import "base.css";\nb {}\n', 'base.css': 'a {}\n' };
    expect(bundleStyle(reader(files), 'page.css')).toBe('a {}\nb {}\n');
  });
});
