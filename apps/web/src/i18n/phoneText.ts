// The full metadata: only it knows which numbers are toll-free. It is large, so that `usePhoneFormat` loads this file lazily.
import { type NumberType, parsePhoneNumberFromString } from "libphonenumber-js/max";

// Numbers that are dialled within their country only, and written as they are dialled there: 0800 771 2233.
const domestic: ReadonlySet<NumberType> = new Set(["TOLL_FREE", "SHARED_COST", "PREMIUM_RATE"]);

/**
 * A phone number in E.164, with ` x12` for an extension, as people read it: with its country code, or as it is dialled
 * in its country where it has no other way. What is not in E.164 stays as it was written.
 */
export function phoneText(phone: string): string {
  const parsed = phone.startsWith("+") ? parsePhoneNumberFromString(phone) : undefined;
  if (!parsed) return phone;
  return parsed.format(domestic.has(parsed.getType()) ? "NATIONAL" : "INTERNATIONAL", {
    formatExtension: (number, extension) => `${number} x${extension}`,
  });
}
