import { splitAddress, withoutRepeatedPlace } from "./splitAddress.js";

test.each<[string, object | null]>([
  [
    "Rua A, 10 - Bela Vista, São Paulo - SP, 01310-100, Brasil",
    {
      street: "Rua A",
      streetNumber: "10",
      district: "Bela Vista",
      city: "São Paulo",
      region: "SP",
      postalCode: "01310-100",
      country: "BR",
    },
  ],
  [
    "Rua A, 10, São Paulo - SP, Brasil",
    { street: "Rua A", streetNumber: "10", city: "São Paulo", region: "SP", country: "BR" },
  ],
  [
    "Av. Paulista, 1000, Sala 2, Centro, São Paulo/SP, CEP 01310-100",
    {
      street: "Av. Paulista",
      streetNumber: "1000",
      complement: "Sala 2",
      district: "Centro",
      city: "São Paulo",
      region: "SP",
      postalCode: "01310-100",
    },
  ],
  [
    "Rua A, 10\nSão Paulo, SP\n01310-100\nBR",
    {
      street: "Rua A",
      streetNumber: "10",
      city: "São Paulo",
      region: "SP",
      postalCode: "01310-100",
      country: "BR",
    },
  ],
  [
    "Rua A, 10<br>São Paulo<br>Brazil<br>",
    { street: "Rua A", streetNumber: "10", city: "São Paulo", country: "BR" },
  ],
  [
    "Rua Um, 1, 2º Esq, 1000-001 Lisboa, Portugal",
    {
      street: "Rua Um",
      streetNumber: "1",
      complement: "2º Esq",
      postalCode: "1000-001",
      city: "Lisboa",
      country: "PT",
    },
  ],
  [
    "Calle Mayor 1, 28001 Madrid, España",
    { street: "Calle Mayor 1", postalCode: "28001", city: "Madrid", country: "ES" },
  ],
  [
    "888 Brannan St, San Francisco, CA 94103, USA",
    {
      street: "888 Brannan St",
      city: "San Francisco",
      region: "CA",
      postalCode: "94103",
      country: "US",
    },
  ],
  [
    "1 Main St, London SW1A 1AA, United Kingdom",
    { street: "1 Main St", city: "London", postalCode: "SW1A 1AA", country: "GB" },
  ],
  // California is no Canada.
  ["1 A St, San Francisco, CA", { street: "1 A St", city: "San Francisco", region: "CA" }],
  ["Av. B, 20", null],
  ["Rua Um, 1\n2º Esq", null],
  ["Portugal", null],
  ["São Paulo, SP", null],
  ["", null],
])("%s", (text, parts) => {
  expect(splitAddress(text)).toEqual(parts);
});

test("a street loses what is in cells of its own, and nothing else", () => {
  const austin = { city: "Austin", region: "TX", postalCode: "78767", country: "US" };
  expect(withoutRepeatedPlace("312 Constitution Place Austin, TX 78767 USA", austin)).toBe(
    "312 Constitution Place",
  );
  const gateshead = {
    city: "Gateshead",
    region: "Tyne and Wear",
    postalCode: "NE26 3HS",
    country: "GB",
  };
  expect(
    withoutRepeatedPlace(
      "Kings Park, 17th Avenue, Gateshead, Tyne and Wear NE26 3HS United Kingdom",
      gateshead,
    ),
  ).toBe("Kings Park, 17th Avenue");
  expect(withoutRepeatedPlace("Rua de Lisboa", { city: "Lisboa", country: "PT" })).toBeNull();
  expect(withoutRepeatedPlace("Lisboa, Portugal", { city: "Lisboa", country: "PT" })).toBeNull();
  expect(withoutRepeatedPlace("Rua A, 10", austin)).toBeNull();
});
