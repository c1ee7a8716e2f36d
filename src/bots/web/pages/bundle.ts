const IMPORT = /^import (?:(\{[^}]*\}|\* as \w+) from )?'\.\/([\w-]+)\.js';\n/gm;
const EXPORT = /^export (?=(?:async function|function|class|const) (\w+))/gm;
const STYLE_IMPORT = /^@import "([\w.-]+)";\n/gm;
/** Whole lines of comments: they are for whoever reads the files. */
const COMMENTS = /^\s*(?:\/\*\*[\s\S]*?\*\/|\/\/.*)\n/gm;

/** The text of a file in the folder, by its name. */
type Read = (name: string) => string;

/**
 * One script of a page's modules, in the order in which a browser would run them, each in a function of its own: a phone on a
 * slow line asks once, not forty times. Knows the forms of import and export that we write and throws on others.
 */
export function bundleScript(read: Read, entry: string): string {
  const done: string[] = [];
  const scripts: string[] = [];

  function add(name: string, importers: readonly string[]): void {
    if (importers.includes(name)) throw new Error(`modules in a circle: ${[...importers, name].join(' → ')}`);
    if (done.includes(name)) return;
    const source = read(`${name}.js`).replaceAll(COMMENTS, '');
    for (const [, , imported = ''] of source.matchAll(IMPORT)) add(imported, [...importers, name]);
    done.push(name);
    scripts.push(wrapModule(name, source));
  }

  add(entry, []);
  return scripts.join('\n');
}

const variable = (name: string): string => `$${name.replaceAll('-', '_')}`;

function wrapModule(name: string, source: string): string {
  const exported = [...source.matchAll(EXPORT)].map(([, found]) => found);
  const body = source
    .replaceAll(IMPORT, (_line, names: string | undefined, from: string) => bind(names, variable(from)))
    .replaceAll(EXPORT, '');
  const unknown = /^(?:import|export)\b.*$/m.exec(body)?.[0];
  if (unknown) throw new Error(`${name}.js has a line that no bundle is made of: ${unknown}`);
  return `const ${variable(name)} = (() => {\n${body}return { ${exported.join(', ')} };\n})();`;
}

function bind(names: string | undefined, module: string): string {
  if (!names) return '';
  const all = /^\* as (\w+)$/.exec(names)?.[1];
  return `const ${all ?? names.replaceAll(' as ', ': ')} = ${module};\n`;
}

/** A stylesheet with those that it imports in their places. */
export const bundleStyle = (read: Read, name: string): string =>
  read(name).replaceAll(STYLE_IMPORT, (_line, imported: string) => bundleStyle(read, imported));
