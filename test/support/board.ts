/** What a board shows at one moment: a series by its name, labels included. */
export type Reading = ReadonlyMap<string, number>;

/** Prometheus' text format, of Walnut's own series. */
export const parseMetrics = (text: string): Reading =>
  new Map(
    [...text.matchAll(/^(walnut_[^ ]+) (\S+)$/gm)].map(([, name = '', value]) => [name, Number(value)]),
  );

/** Reads `/metrics` again and again while things break. */
export interface BoardWatch {
  /** The most that a series showed since the watch began or `forget` was called; nothing where it never showed. */
  most(name: string): number | undefined;
  least(name: string): number | undefined;
  /** The newest reading; those that failed do not count. */
  now(): Reading;
  forget(): void;
  stop(): Promise<Reading>;
}

const EVERY_MS = 150;
const ANSWER_MS = 10_000;

export function watchBoard(url: string, token: string, everyMs = EVERY_MS): BoardWatch {
  const stopping = new AbortController();
  let now: Reading = new Map();
  let seen = new Map<string, { most: number; least: number }>();

  const read = async (): Promise<void> => {
    const headers = { authorization: `Bearer ${token}` };
    const signal = AbortSignal.timeout(ANSWER_MS);
    const response = await fetch(`${url}/metrics`, { headers, signal });
    if (!response.ok) return;
    now = parseMetrics(await response.text());
    for (const [name, value] of now) {
      const { most, least } = seen.get(name) ?? { most: value, least: value };
      seen.set(name, { most: Math.max(most, value), least: Math.min(least, value) });
    }
  };
  const watching = (async () => {
    while (!stopping.signal.aborted) {
      // Its process may be dead at this moment.
      await read().catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, everyMs));
    }
  })();

  return {
    most: (name) => seen.get(name)?.most,
    least: (name) => seen.get(name)?.least,
    now: () => now,
    forget() {
      seen = new Map();
    },
    async stop() {
      stopping.abort();
      await watching;
      await read();
      return now;
    },
  };
}
