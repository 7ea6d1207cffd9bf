import { allowedLookup, mayReach } from "./webhookTarget.js";

test.each([
  "0.0.0.0",
  "10.1.2.3",
  "100.64.0.1",
  "127.0.0.1",
  "127.255.255.254",
  "169.254.169.254",
  "172.16.0.1",
  "172.31.255.255",
  "192.0.0.170",
  "192.168.1.1",
  "198.18.0.1",
  "224.0.0.1",
  "255.255.255.255",
  "::",
  "::1",
  "::ffff:127.0.0.1",
  "::ffff:10.0.0.1",
  "64:ff9b::7f00:1",
  "fc00::1",
  "fd12:3456::1",
  "fe80::1",
  "ff02::1",
  "2001::1",
  "2001:db8::1",
  "2002:7f00:1::",
])("%s is nothing that a webhook may reach", (address) => {
  expect(mayReach(address, "https:", [])).toBe(false);
});

test.each(["1.1.1.1", "172.32.0.1", "8.8.8.8", "2606:4700:4700::1111", "2a00:1450:4001::200e"])(
  "%s is public, and reached by https alone",
  (address) => {
    expect(mayReach(address, "https:", [])).toBe(true);
    expect(mayReach(address, "http:", [])).toBe(false);
  },
);

test("a network of one's own may be reached where the settings name it, by http too", () => {
  const own = ["10.0.0.0/8", "127.0.0.1", "fd00::/8"];
  for (const protocol of ["http:", "https:"]) {
    expect(mayReach("10.1.2.3", protocol, own)).toBe(true);
    expect(mayReach("127.0.0.1", protocol, own)).toBe(true);
    expect(mayReach("fd12::1", protocol, own)).toBe(true);
    expect(mayReach("127.0.0.2", protocol, own)).toBe(false);
    expect(mayReach("192.168.1.1", protocol, own)).toBe(false);
  }
});

const looked = (own: readonly string[], all: boolean): Promise<unknown> =>
  new Promise((resolve) => {
    allowedLookup("https:", own)("localhost", { all }, (error, address) =>
      resolve(error ? Reflect.get(error, "code") : address),
    );
  });

test("only those addresses of a host name are returned that may be reached", async () => {
  expect(await looked([], true)).toBe("ADDRESS_NOT_ALLOWED");
  expect(await looked(["::2"], false)).toBe("ADDRESS_NOT_ALLOWED");
  expect(await looked(["127.0.0.1"], true)).toEqual([{ address: "127.0.0.1", family: 4 }]);
  expect(await looked(["127.0.0.0/8"], false)).toBe("127.0.0.1");
});
