/**
 * A phone number in E.164 as people read it: Brazil's and Portugal's as they are written there,
 * others in groups of three. Numbers that are not in E.164 stay as they were written.
 */
export function formatPhone(phone: string): string {
  const [, number = "", extension = ""] = /^\+(\d{6,15})( x\d+)?$/.exec(phone) ?? [];
  if (!number) return phone;
  return `+${group(number)}${extension}`;
}

function group(number: string): string {
  const brazil = /^55(\d{2})(\d{4,5})(\d{4})$/.exec(number);
  if (brazil) return `55 ${brazil[1]} ${brazil[2]}-${brazil[3]}`;
  const portugal = /^351(\d{3})(\d{3})(\d{3})$/.exec(number);
  if (portugal) return `351 ${portugal.slice(1).join(" ")}`;
  const northAmerica = /^1(\d{3})(\d{3})(\d{4})$/.exec(number);
  if (northAmerica) return `1 ${northAmerica[1]} ${northAmerica[2]}-${northAmerica[3]}`;
  const [, country = "", rest = ""] = /^(\d{2})(\d+)$/.exec(number) ?? [];
  return `${country} ${rest.replace(/(\d{3})(?=\d{2})/g, "$1 ")}`;
}
