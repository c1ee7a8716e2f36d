/**
 * Removes what PostgreSQL cannot store from every text within: NUL, and halves of surrogate pairs, which are
 * replaced.
 */
export function storable<T>(value: T): T {
  // Rebuilt part by part, it has the shape it had.
  return rebuilt(value) as T;
}

function rebuilt(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll('\0', '').toWellFormed();
  if (Array.isArray(value)) return value.map(rebuilt);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, rebuilt(part)]));
}
