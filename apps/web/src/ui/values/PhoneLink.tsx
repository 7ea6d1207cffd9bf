import { usePhoneFormat } from "../../i18n/usePhoneFormat.js";

/** The address that dials a number, its extension included (RFC 3966). */
export const telOf = (phone: string): string => `tel:${phone.replace(" x", ";ext=")}`;

/** A phone number that is called when it is clicked. */
export function PhoneLink({ phone }: { phone: string }) {
  const formatPhone = usePhoneFormat();
  return <a href={telOf(phone)}>{formatPhone(phone)}</a>;
}
