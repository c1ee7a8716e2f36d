import { defineConfig } from 'prisma/config';

/**
 * For Prisma's command line only; Walnut itself reads its settings in src/config.ts. `env()` of prisma/config would throw
 * where DATABASE_URL is not set, even for `generate`, which needs no database.
 */
export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL ?? 'postgresql://unused' },
});
