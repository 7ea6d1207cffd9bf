import { isIP } from "node:net";

const V6_GROUPS = 8;
/** In place of what a proxy sent that is no address. */
const UNKNOWN = "unknown";

/** The groups of an IPv6 address, as numbers. */
function groupsOf(address: string): number[] {
  const [head = "", tail] = address.split("::");
  const numbers = (part: string) =>
    (part === "" ? [] : part.split(":")).map((one) => Number.parseInt(one, 16));
  const before = numbers(head);
  const after = numbers(tail ?? "");
  const zeros = tail === undefined ? 0 : Math.max(V6_GROUPS - before.length - after.length, 0);
  return [...before, ...Array<number>(zeros).fill(0), ...after];
}

function prefixOf(address: string, bits: number): string {
  if (isIP(address) === 0) return UNKNOWN;
  if (!address.includes(":")) return address;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return mapped;
  const kept = groupsOf(address)
    .slice(0, Math.ceil(bits / 16))
    .map((group, at) => {
      const rest = Math.max(0, (at + 1) * 16 - bits);
      return ((group >> rest) << rest).toString(16);
    });
  return `${kept.join(":")}::/${bits}`;
}

/** The network of an address: the address itself in IPv4, its /64 in IPv6, which one customer has whole. */
export const networkOf = (address: string): string => prefixOf(address, 64);

/** The site of an address: the address itself in IPv4, its /56 in IPv6, as much as providers give to one connection. */
export const siteOf = (address: string): string => prefixOf(address, 56);
