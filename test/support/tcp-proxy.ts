import { connect, createServer, type Socket } from 'node:net';

/** A way to a server that a test can cut, as a pulled cable or a restart would. */
export interface TcpProxy extends AsyncDisposable {
  /** The server's address, by this way. */
  readonly url: string;
  /** How often somebody has connected so far, in vain or not. */
  attempts(): number;
  /** Connections that stand now, and whose other side has not left. */
  open(): number;
  /** Ends every connection, and each new one at once, until `restore`. */
  cut(): void;
  /** Lets nothing through any more, and ends nothing, as a machine that lost its power: those connections never speak again. */
  silence(): void;
  /** Breaks every connection as a machine does that has started anew and knows none of them. */
  reset(): void;
  /** New connections go through again. */
  restore(): void;
}

type Way = 'open' | 'cut' | 'silent';

/** Opens a way to the server that `target` names, on a free port of this machine. */
export async function startTcpProxy(target: string): Promise<TcpProxy> {
  const to = new URL(target);
  const pairs = new Map<Socket, Socket | undefined>();
  const left = new Set<Socket>();
  let way: Way = 'open';
  let attempts = 0;

  // What is silent does not answer a goodbye either, but it is no connection of anybody's any more.
  const muted = (near: Socket): Socket =>
    near
      .unpipe()
      .once('end', () => left.add(near))
      .resume();

  const server = createServer({ allowHalfOpen: true }, (near) => {
    attempts += 1;
    near.on('error', () => {});
    if (way === 'cut') return void near.destroy();
    pairs.set(near, way === 'open' ? joined(near, to) : undefined);
    near.once('close', () => pairs.delete(near) && left.delete(near));
    if (way === 'silent') muted(near);
  });
  const endAll = (): void => {
    for (const [near, far] of pairs) for (const socket of [near, far]) socket?.destroy();
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const url = new URL(target);
  url.host = `127.0.0.1:${address.port}`;
  return {
    url: url.href,
    attempts: () => attempts,
    open: () => pairs.size - left.size,
    cut() {
      way = 'cut';
      endAll();
    },
    silence() {
      way = 'silent';
      for (const [near, far] of pairs) {
        muted(near);
        far?.unpipe().pause();
      }
    },
    reset() {
      for (const near of pairs.keys()) near.resetAndDestroy();
    },
    restore() {
      way = 'open';
    },
    async [Symbol.asyncDispose]() {
      endAll();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function joined(near: Socket, { hostname, port }: URL): Socket {
  const far = connect(Number(port), hostname);
  far.on('error', () => {});
  near.pipe(far).pipe(near);
  far.once('close', () => near.destroy());
  near.once('close', () => far.destroy());
  return far;
}
