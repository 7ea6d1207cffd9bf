import { networkOf, siteOf } from "./network.js";

test.each([
  ["203.0.113.9", "203.0.113.9", "203.0.113.9"],
  ["::ffff:203.0.113.9", "203.0.113.9", "203.0.113.9"],
  ["2001:0db8:0:1:aaaa::1", "2001:db8:0:1::/64", "2001:db8:0:0::/56"],
  ["2001:db8:0:12ff::1", "2001:db8:0:12ff::/64", "2001:db8:0:1200::/56"],
  ["2001:db8::1", "2001:db8:0:0::/64", "2001:db8:0:0::/56"],
  ["203.0.113", "unknown", "unknown"],
  ["9".repeat(400), "unknown", "unknown"],
  ["::1", "0:0:0:0::/64", "0:0:0:0::/56"],
])("%s belongs to the network %s and the site %s", (address, network, site) => {
  expect([networkOf(address), siteOf(address)]).toEqual([network, site]);
});
