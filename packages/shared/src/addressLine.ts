/** The parts of an address, blank ones null. */
interface AddressParts {
  street: string | null;
  streetNumber: string | null;
  complement: string | null;
  district: string | null;
  city: string | null;
  region: string | null;
  postalCode: string | null;
  country: string | null;
}

type Writer = (parts: AddressParts) => (string | null)[];

const join = (parts: readonly (string | null)[], separator: string): string | null =>
  parts.filter((part) => part !== null && part !== "").join(separator) || null;

// As the formats of CLDR have them (addresses of Google's libaddressinput), on one line.
const streetComma: Writer = ({ street, streetNumber }) => [join([street, streetNumber], ", ")];
const streetThenNumber: Writer = ({ street, streetNumber }) => [join([street, streetNumber], " ")];
const numberThenStreet: Writer = ({ street, streetNumber }) => [join([streetNumber, street], " ")];

const codeThenCity: Writer = ({ postalCode, city, region }) => [
  join([postalCode, city], " "),
  region,
];
const codeCityState: Writer = ({ postalCode, city, region }) => [
  join([postalCode, join([city, region], " - ")], " "),
];
const codeCityProvince: Writer = ({ postalCode, city, region }) => [
  join([postalCode, city, region], " "),
];
const cityStateCode: Writer = ({ postalCode, city, region }) => [
  city,
  join([region, postalCode], " "),
];
const cityStateCodePlain: Writer = ({ postalCode, city, region }) => [
  join([city, region, postalCode], " "),
];
const cityThenCode: Writer = ({ postalCode, city, region }) => [city, region, postalCode];

const WRITERS: Readonly<Record<string, readonly [street: Writer, place: Writer]>> = {
  BR: [streetComma, codeCityState],
  PT: [streetComma, codeThenCity],
  ES: [streetComma, codeThenCity],
  IT: [streetComma, codeCityProvince],
  AR: [streetThenNumber, codeThenCity],
  CL: [streetThenNumber, codeThenCity],
  MX: [streetThenNumber, codeThenCity],
  US: [numberThenStreet, cityStateCode],
  CA: [numberThenStreet, cityStateCode],
  AU: [numberThenStreet, cityStateCodePlain],
  NZ: [numberThenStreet, codeAfterCity],
  GB: [numberThenStreet, cityThenCode],
  IE: [numberThenStreet, cityThenCode],
  FR: [numberThenStreet, codeThenCity],
  LU: [numberThenStreet, codeThenCity],
  DE: [streetThenNumber, codeThenCity],
  AT: [streetThenNumber, codeThenCity],
  CH: [streetThenNumber, codeThenCity],
  NL: [streetThenNumber, codeThenCity],
  BE: [streetThenNumber, codeThenCity],
  DK: [streetThenNumber, codeThenCity],
  SE: [streetThenNumber, codeThenCity],
  NO: [streetThenNumber, codeThenCity],
  FI: [streetThenNumber, codeThenCity],
  PL: [streetThenNumber, codeThenCity],
  CZ: [streetThenNumber, codeThenCity],
};

function codeAfterCity({ postalCode, city, region }: AddressParts): (string | null)[] {
  return [join([city, postalCode], " "), region];
}

/**
 * An address on one line, its parts in the order of its country; those of others as most write them. It ends with the
 * country's code unless `country` is its name.
 */
export function addressLine(parts: AddressParts, country: string | null = parts.country): string {
  const [street, place] = WRITERS[parts.country ?? ""] ?? [streetComma, codeThenCity];
  const written = [...street(parts), parts.complement, parts.district, ...place(parts)];
  return join([...written, country], ", ") ?? "";
}
