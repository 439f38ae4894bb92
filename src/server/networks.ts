import { isIPv4, isIPv6 } from 'node:net';

/**
 * The network that an address belongs to: the first 24 bits of IPv4 (also when written as IPv6), the first 64 of IPv6, where
 * who has one address has all of these. Undefined for what is no address, and for this machine: there a program speaks for
 * others, as Tor does for an onion address.
 */
export function networkOf(address: string): string | undefined {
  const plain = address.replace(/%.*$/, '').toLowerCase();
  const mapped = /^(?:::ffff:|::)(\d+\.\d+\.\d+\.\d+)$/.exec(plain)?.[1] ?? plain;
  if (isIPv4(mapped)) return mapped.startsWith('127.') ? undefined : mapped.split('.').slice(0, 3).join('.');
  if (!isIPv6(plain)) return undefined;
  const groups = expanded(plain);
  if (groups.join(':') === '0:0:0:0:0:0:0:1') return undefined;
  // ::ffff:cb00:7107 is 203.0.113.7
  if (groups.slice(0, 6).join(':') === '0:0:0:0:0:ffff') {
    const [high = '0', low = '0'] = groups.slice(6);
    return [parseInt(high, 16) >> 8, parseInt(high, 16) & 255, parseInt(low, 16) >> 8].join('.');
  }
  return groups.slice(0, 4).join(':');
}

/** All eight groups, without zeros in front. */
function expanded(address: string): readonly string[] {
  const [before = '', after] = address.split('::', 2);
  const head = before.split(':').filter(Boolean);
  const tail = after?.split(':').filter(Boolean) ?? [];
  const zeros = after === undefined ? [] : Array.from({ length: 8 - head.length - tail.length }, () => '0');
  return [...head, ...zeros, ...tail].map((group) => group.replace(/^0+(?=.)/, ''));
}
