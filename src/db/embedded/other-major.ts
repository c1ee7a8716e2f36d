import { POSTGRES_MAJOR } from './binaries.ts';

/** What to do about a cluster of another major version: its own server has to read it out. */
export const otherMajorAdvice = (cluster: string, major: string): string =>
  `${cluster} was made by PostgreSQL ${major} and this Walnut brings ${POSTGRES_MAJOR}; nothing was changed. ` +
  'With the release that made it: npm run database, and in another window ' +
  'pg_dump --format=custom --file=walnut.dump "<address it prints>"; end it. ' +
  `Then mv ${cluster} ${cluster}-${major}, and with this release: npm run database, and in another window ` +
  'pg_restore --no-owner --dbname="<address it prints>" walnut.dump; end it, and npm start ' +
  '(docs/operating/install.md, "A new PostgreSQL").';
