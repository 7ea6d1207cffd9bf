// The full metadata: the small one takes a number without its area code for a valid one.
import { type CountryCode, parsePhoneNumberFromString } from "libphonenumber-js/max";

/** E.164 where the number is a full one of its country or names its country; null where it is none. */
function fullNumber(phone: string, country: string | null | undefined): string | null {
  // The library makes an error, with its trace, for each number that names no country.
  if (!country && !/[+\uff0b]/.test(phone)) return null;
  const parsed = parsePhoneNumberFromString(
    phone,
    (country ?? undefined) as CountryCode | undefined,
  );
  if (!parsed?.isValid()) return null;
  return parsed.ext ? `${parsed.number} x${parsed.ext}` : parsed.number;
}

/** E.164 where the number is a full one of its country or names its country; else as it was written. */
export const normalisePhone = (phone: string, country: string | null | undefined): string =>
  fullNumber(phone, country) ?? phone;

/** What else a row says of its phone. */
export interface PhoneParts {
  areaCode: string | null;
  countryCode: string | null;
  country: string | null;
}

/** A phone as it is stored, and whether it is known to be whole; null where that cannot be known without its country. */
export interface PutTogether {
  phone: string;
  isFull: boolean | null;
}

const digitsOf = (text: string | null): string => (text ?? "").replace(/\D/g, "");

/**
 * A phone whose codes may stand in cells of their own. Where they do not make a full number of it, all stays
 * as it is written: a number is never made up.
 */
export function putTogether(
  phone: string,
  { areaCode, countryCode, country }: PhoneParts,
): PutTogether {
  const own = fullNumber(phone, country);
  if (own !== null) return { phone: own, isFull: true };
  const area = digitsOf(areaCode).replace(/^0+/, "");
  const written = area === "" || phone.trim().startsWith("+") ? phone : `(${area}) ${phone}`;
  const calling = digitsOf(countryCode).replace(/^0+/, "");
  const full =
    (calling !== "" && fullNumber(`+${calling} ${written}`, null)) ||
    (written === phone ? own : fullNumber(written, country));
  if (full) return { phone: full, isFull: true };
  return { phone: written, isFull: country === null ? null : false };
}
