import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

// Most of a start is reading our own TypeScript and our libraries: what came of it is kept for the next start. In a folder
// of ours, since whoever may write there may run anything here. Where it cannot be written, a start takes longer.
enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/walnut', import.meta.url)));
await import('./command-line.ts');
