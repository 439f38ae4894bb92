import { BlockList, isIPv6 } from 'node:net';
import type { IncomingMessage } from 'node:http';

/** What stands before us, as far as we believe it. */
export interface Proxies {
  /** Whether the visitor's connection is over TLS. */
  isSecure(request: IncomingMessage): boolean;
  /** Whose request it is: for slowing down somebody who guesses passwords. Never stored, never logged. */
  addressOf(request: IncomingMessage): string | undefined;
}

/** IPv4 in an IPv6 socket looks like `::ffff:10.0.0.1`. */
const plain = (address: string) => address.replace(/^::ffff:(?=\d+\.)/i, '');
const family = (address: string) => (isIPv6(address) ? 'ipv6' : 'ipv4');

/** X-Forwarded headers count only when they come from one of these addresses or networks: anybody can send them. */
export function makeProxies(trusted: readonly string[]): Proxies {
  const list = new BlockList();
  for (const network of trusted) {
    const [address = '', prefix] = network.split('/');
    if (prefix === undefined) list.addAddress(address, family(address));
    else list.addSubnet(address, Number(prefix), family(address));
  }
  const trusts = (address: string | undefined): boolean =>
    trusted.length > 0 && address !== undefined && list.check(plain(address), family(plain(address)));

  return {
    isSecure: ({ socket, headers }) =>
      'encrypted' in socket || (trusts(socket.remoteAddress) && last(headers['x-forwarded-proto']) === 'https'),
    addressOf({ socket, headers }) {
      if (!trusts(socket.remoteAddress)) return socket.remoteAddress;
      const forwarded = [headers['x-forwarded-for'] ?? []].flat().join(',').split(',');
      // Each proxy adds at the end: the last one that is not ours is the visitor; what stands before it may be made up.
      return (
        forwarded.map((address) => address.trim()).findLast((address) => address !== '' && !trusts(address)) ??
        socket.remoteAddress
      );
    },
  };
}

const last = (header: string | string[] | undefined): string | undefined =>
  [header ?? []].flat().join(',').split(',').at(-1)?.trim();
