import { type LookupAddress, type LookupAllOptions, lookup as systemLookup } from 'node:dns';
import { BlockList, isIP, isIPv6, type LookupFunction } from 'node:net';

const ENDPOINT_CHARS = 1_000;
/** An uncompressed point on P-256. */
const KEY_BYTES = 65;
const AUTH_BYTES = 16;

/** Names that lead nowhere but to one's own network. */
const OWN_NAMES = /(^|\.)(localhost|local|internal|intranet|lan|home|corp|test|invalid|onion|home\.arpa)$/;

/** Whether a browser's push service may be there: by https, at its usual port, under a public name. */
export function isPushEndpoint(text: string): boolean {
  if (text.length > ENDPOINT_CHARS || !URL.canParse(text)) return false;
  const { protocol, hostname, port, username, password } = new URL(text);
  return (
    protocol === 'https:' &&
    port === '' &&
    username === '' &&
    password === '' &&
    hostname.includes('.') &&
    isIP(hostname.replace(/^\[|\]$/g, '')) === 0 &&
    !OWN_NAMES.test(hostname.replace(/\.$/, ''))
  );
}

/** Whether these are the keys of a subscription, in base64url. */
export const arePushKeys = (p256dh: string, auth: string): boolean => {
  const point = Buffer.from(p256dh, 'base64url');
  return point.length === KEY_BYTES && point[0] === 4 && Buffer.from(auth, 'base64url').length === AUTH_BYTES;
};

/** Networks that are not on the public internet (IANA's special-purpose registries). */
const reserved = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  reserved.addSubnet(net, bits);
// Only this is public unicast; the rest of it, and what leads on to version 4, is not.
const publicUnicast = new BlockList();
publicUnicast.addSubnet('2000::', 3, 'ipv6');
for (const [net, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
] as const)
  reserved.addSubnet(net, bits, 'ipv6');

/** Whether an address is on the public internet. */
export const isPublicAddress = (address: string): boolean =>
  isIPv6(address)
    ? publicUnicast.check(address, 'ipv6') && !reserved.check(address, 'ipv6')
    : isIP(address) === 4 && !reserved.check(address);

type LookupAll = (
  hostname: string,
  options: LookupAllOptions,
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/**
 * Looks names up for a connection, and refuses those of which any address is not public: the connection goes to the very
 * address that was looked at.
 */
export const createPublicLookup =
  (lookup: LookupAll = systemLookup): LookupFunction =>
  (hostname, options, callback) =>
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      const first = addresses?.[0];
      if (error || !first) return callback(error ?? new Error(`nobody knows ${hostname}`), '', 4);
      if (!addresses.every(({ address }) => isPublicAddress(address)))
        return callback(new Error(`${hostname} is not a public address`), '', 4);
      if (options.all) return callback(null, addresses);
      callback(null, first.address, first.family);
    });
