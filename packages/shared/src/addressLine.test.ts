import { addressLine } from "./addressLine.js";

const parts = (given: Partial<Parameters<typeof addressLine>[0]>) => ({
  street: null,
  streetNumber: null,
  complement: null,
  district: null,
  city: null,
  region: null,
  postalCode: null,
  country: null,
  ...given,
});

test.each([
  [
    "BR",
    "Rua Augusta",
    "100",
    "São Paulo",
    "SP",
    "01305-000",
    "Rua Augusta, 100, 01305-000 São Paulo - SP, BR",
  ],
  ["PT", "Rua do Ouro", "7", "Lisboa", null, "1100-061", "Rua do Ouro, 7, 1100-061 Lisboa, PT"],
  [
    "US",
    "Main Street",
    "12",
    "Springfield",
    "IL",
    "62701",
    "12 Main Street, Springfield, IL 62701, US",
  ],
  [
    "CA",
    "King Street",
    "12",
    "Toronto",
    "ON",
    "M5H 1A1",
    "12 King Street, Toronto, ON M5H 1A1, CA",
  ],
  ["AU", "George Street", "1", "Sydney", "NSW", "2000", "1 George Street, Sydney NSW 2000, AU"],
  [
    "GB",
    "Downing Street",
    "10",
    "London",
    null,
    "SW1A 2AA",
    "10 Downing Street, London, SW1A 2AA, GB",
  ],
  ["DE", "Hauptstraße", "5", "Berlin", null, "10115", "Hauptstraße 5, 10115 Berlin, DE"],
  ["FR", "Rue de Rivoli", "99", "Paris", null, "75001", "99 Rue de Rivoli, 75001 Paris, FR"],
  [
    "ES",
    "Calle Mayor",
    "3",
    "Madrid",
    "Madrid",
    "28013",
    "Calle Mayor, 3, 28013 Madrid, Madrid, ES",
  ],
  ["IT", "Via Roma", "1", "Torino", "TO", "10121", "Via Roma, 1, 10121 Torino TO, IT"],
  [
    "ZA",
    "Long Street",
    "8",
    "Cape Town",
    "Western Cape",
    "8001",
    "Long Street, 8, 8001 Cape Town, Western Cape, ZA",
  ],
])(
  "an address in %s is written as there",
  (country, street, streetNumber, city, region, postalCode, line) => {
    expect(addressLine(parts({ country, street, streetNumber, city, region, postalCode }))).toBe(
      line,
    );
  },
);

test("what is not known leaves no gap", () => {
  expect(addressLine(parts({ city: "Austin", country: "US" }))).toBe("Austin, US");
  expect(addressLine(parts({ postalCode: "1000-001", country: "PT", complement: "2.º" }))).toBe(
    "2.º, 1000-001, PT",
  );
  expect(addressLine(parts({}))).toBe("");
});
