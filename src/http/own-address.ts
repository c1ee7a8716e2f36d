import { isIPv6 } from 'node:net';
import { networkInterfaces } from 'node:os';

/**
 * The address of a server that listens at `host`, as a browser takes it. Where it listens everywhere, that is this
 * machine's own address in its network, so that a phone beside it can open the link.
 */
export function addressAt(host: string, port: number): string {
  const name = host === '0.0.0.0' || host === '::' ? ownHost() : host;
  return `http://${isIPv6(name) ? `[${name}]` : name}:${port}`;
}

const ownHost = (): string =>
  Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .find(({ family, internal }) => family === 'IPv4' && !internal)?.address ?? '127.0.0.1';
