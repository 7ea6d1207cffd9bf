import dns from "node:dns";
import { BlockList, isIP, type LookupFunction } from "node:net";

/** Networks of one's own that webhooks may reach all the same: `10.0.0.0/8`, `127.0.0.1`. */
export type OwnNetworks = readonly string[];

// What the registries of special addresses (RFC 6890 and its updates) keep for other than public use.
const SPECIAL_IPV4 = [
  "0.0.0.0/8",
  "10.0.0.0/8",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.0.0.0/24",
  "192.0.2.0/24",
  "192.88.99.0/24",
  "192.168.0.0/16",
  "198.18.0.0/15",
  "198.51.100.0/24",
  "203.0.113.0/24",
  "224.0.0.0/4",
  "240.0.0.0/4",
];
// Of IPv6, what lies outside of 2000::/3 is not public; inside of it, these are not, or hide an IPv4 address.
const GLOBAL_IPV6 = ["2000::/3"];
const SPECIAL_IPV6 = ["2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"];

const familyOf = (address: string) => (isIP(address) === 6 ? "ipv6" : "ipv4");

function networksOf(list: readonly string[]): BlockList {
  const networks = new BlockList();
  for (const network of list) {
    const [address = "", bits] = network.split("/");
    const family = familyOf(address);
    networks.addSubnet(address, Number(bits ?? (family === "ipv6" ? 128 : 32)), family);
  }
  return networks;
}

const special = networksOf([...SPECIAL_IPV4, ...SPECIAL_IPV6]);
const global = networksOf(GLOBAL_IPV6);

function isPublic(address: string): boolean {
  const family = familyOf(address);
  if (special.check(address, family)) return false;
  return family === "ipv4" || global.check(address, family);
}

/** Whether an IP address may be connected to: a public one over https, or one of a network of one's own. */
export function mayReach(address: string, protocol: string, own: OwnNetworks): boolean {
  if (networksOf(own).check(address, familyOf(address))) return true;
  return protocol === "https:" && isPublic(address);
}

/** The host of a URL where it is an IP address; null for a name. */
export function addressIn({ hostname }: URL): string | null {
  const host = hostname.replace(/^\[|\]$/g, "");
  return isIP(host) ? host : null;
}

/** A name leads to no address that may be connected to. */
export class AddressNotAllowed extends Error {
  readonly code = "ADDRESS_NOT_ALLOWED";
}

/** Resolves a name and returns only the addresses that may be connected to, so that it is not resolved again with another result. */
export function allowedLookup(protocol: string, own: OwnNetworks): LookupFunction {
  return (hostname, options, callback) => {
    dns.lookup(hostname, { ...options, all: true }, (error, found) => {
      if (error) return callback(error, "");
      const allowed = found.filter(({ address }) => mayReach(address, protocol, own));
      const [first] = allowed;
      if (!first) return callback(new AddressNotAllowed(hostname), "");
      if (options.all) return callback(null, allowed);
      callback(null, first.address, first.family);
    });
  };
}
