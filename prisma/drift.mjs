// Proves that prisma/migrations leads to prisma/schema.prisma: exit code 0 when it does, 1 when they differ.
import { diffMigrations, readArguments } from './migration-diff.mjs';

try {
  const missing = await diffMigrations(readArguments());
  if (missing) {
    const advice = 'Write the missing migration: node prisma/new-migration.mjs <what_changes>';
    throw new Error(
      `The schema and its migrations differ. What the schema has beyond them:\n${missing}\n${advice}`,
    );
  }
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
