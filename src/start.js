import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

// Most of a start is reading our own TypeScript and our libraries: what came of it is kept for the next start. In a folder
// of ours, since whoever may write there may run anything here. Where it cannot be written, a start takes longer.
// This file is JavaScript because nothing is kept before this line: one file of TypeScript would make node load what strips
// types, 30 MB and a tenth of a second for nothing.
enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/walnut', import.meta.url)));
await import('./command-line.ts');
