/** Stands for what is made anew for each test, so that a file may name it before there is any. */
export function whatIsNow<T extends object>(find: () => T): T {
  return new Proxy(Object.create(null), { get: (_, name) => Reflect.get(find(), name) });
}
