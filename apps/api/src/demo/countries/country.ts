/** A city with the shapes of its post codes and phone numbers; `#` stands for a digit. */
export interface Place {
  city: string;
  region: string | null;
  postalCode: string;
  phone: string;
}

/** The words that names and addresses of a country are made of. */
export interface Country {
  code: string;
  currency: string;
  /** How many of the customers are there. */
  customers: number;
  /** What companies do, as it begins their names. */
  trades: readonly string[];
  /** What companies are called by. */
  names: readonly string[];
  /** The legal forms that end their names. */
  forms: readonly string[];
  streets: readonly string[];
  districts: readonly string[];
  places: readonly Place[];
  givenNames: readonly string[];
  familyNames: readonly string[];
}

/** `city|region|post code|phone`, one a line. */
export function places(lines: string): Place[] {
  return words(lines, "\n").map((line) => {
    const [city = "", region = "", postalCode = "", phone = ""] = line.split("|");
    return { city, region: region || null, postalCode, phone };
  });
}

/** The words of a text, without the space around them. */
export function words(text: string, separator = ","): string[] {
  return text
    .split(separator)
    .map((word) => word.trim())
    .filter(Boolean);
}
