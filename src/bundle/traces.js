import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { fileURLToPath } from 'node:url';

/**
 * Lets traces name the sources' files and lines instead of the bundle's. By node's own --enable-source-maps each start would
 * read all maps, for a fifth of a second; here the first fault reads those of its own files.
 * @param {string} folder The bundle's address.
 */
export function nameSources(folder) {
  /** @type {Map<string, SourceMap | undefined>} */
  const maps = new Map();
  /** @param {string} file */
  const mapOf = (file) => {
    if (!maps.has(file)) maps.set(file, readMap(file));
    return maps.get(file);
  };
  /** @param {NodeJS.CallSite} call */
  const say = (call) => {
    const file = call.getFileName();
    if (!file?.startsWith(folder)) return String(call);
    const [line, column] = [call.getLineNumber() ?? 1, call.getColumnNumber() ?? 1];
    const source = mapOf(file)?.findEntry(line - 1, column - 1);
    if (!source || !('originalSource' in source)) return String(call);
    const { originalSource, originalLine, originalColumn } = source;
    const place = `${fileURLToPath(new URL(originalSource, file))}:${originalLine + 1}:${originalColumn + 1}`;
    return String(call).replace(`${file}:${line}:${column}`, place);
  };
  Error.prepareStackTrace = (error, calls) =>
    [String(error), ...calls.map((call) => `    at ${say(call)}`)].join('\n');
}

/** @param {string} file */
function readMap(file) {
  try {
    return new SourceMap(JSON.parse(readFileSync(`${fileURLToPath(file)}.map`, 'utf8')));
  } catch {
    return undefined;
  }
}
