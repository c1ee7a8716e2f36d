import { parse } from 'yaml';

/** Settings that compose does not pass on, each for a reason of its own. */
const NOT_IN_COMPOSE = new Set([
  ...['HOST', 'PORT', 'DATA_DIR'], // the image's own
  ...['BACKUP_DIR', 'DATABASE_DIRECT_URL', 'DEMO'], // of an embedded database, a pooler, a demo: there is none
]);

/** Throws where the settings that compose passes on are not those that are explained. */
export function checkCompose(compose: string, example: string): void {
  const { services } = parse(compose, { merge: true });
  const passed = new Set(
    Object.keys({ ...services.jobs.environment, ...services.web.environment, BACKUP_KEEP: '' }),
  );
  const known = [...example.matchAll(/^#([A-Z0-9_]+)=/gm)].map(([, name = '']) => name);
  const missing = known.filter((name) => !passed.has(name) && !NOT_IN_COMPOSE.has(name));
  const unknown = [...passed].filter((name) => !known.includes(name));
  if (missing.length + unknown.length > 0)
    throw new Error(
      `compose.yaml lacks ${missing.join(', ') || 'nothing'}; knows too much: ${unknown.join(', ') || 'nothing'}`,
    );
}
