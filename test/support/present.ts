/** What a story knows to be there; it ends here where it is not. */
export function present<T>(value: T | null | undefined): T {
  if (value === null || value === undefined)
    throw new Error('the story expected something that is not there');
  return value;
}
