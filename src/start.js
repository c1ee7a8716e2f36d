import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';
import { openBundle } from './bundle/open.js';
import { nameSources } from './bundle/traces.js';

// Most of a start is reading our own TypeScript and our libraries: what came of it is kept for the next start, as few files
// and as what node compiled of them. In a folder of ours, since whoever may write there may run anything here. Where it
// cannot be written, a start takes longer.
// This file is JavaScript because nothing is kept before this line: one file of TypeScript would make node load what strips
// types, 30 MB and a tenth of a second for nothing.
enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/walnut', import.meta.url)));
const bundle = openBundle();
if (bundle) {
  nameSources(new URL('.', bundle).href);
  await import(bundle);
} else await import('./command-line.ts');
