import type { Look } from "../sheets/looks.js";
import type { SheetColumn, SheetColumnType } from "../sheets/sheet.js";
import { PLAIN } from "../sheets/sheetConventions.js";
import { choiceFromText, parseCell } from "../sheets/sheetValues.js";
import { countryFromText } from "../values/countryFromText.js";
import { currencyFromText } from "../values/currencies.js";
import { type ColumnProfile, shareLike, sharePassing } from "./columnProfile.js";

type Looks = NonNullable<SheetColumn["looks"]>;

/** What cells of a type look like, unless a field says otherwise; text looks like anything. */
const LOOKS_OF_TYPE: Partial<Record<SheetColumnType, Looks>> = {
  email: { like: ["email"] },
  emails: { like: ["email"] },
  phone: { like: ["phone"] },
  phones: { like: ["phone"] },
  url: { like: ["url"] },
  taxId: { like: ["taxId", "brazilianTaxId"] },
  integer: { like: ["number"] },
  number: { like: ["number"] },
  money: { like: ["number"] },
  percent: { like: ["number"] },
  date: { like: ["date"] },
  dateTime: { like: ["date"] },
};

/** What a type takes of a list. */
const VALUES_OF_TYPE: Partial<
  Record<SheetColumnType, (text: string, column: SheetColumn) => boolean>
> = {
  country: (text) => countryFromText(text) !== null,
  currency: (text) => currencyFromText(text) !== null,
  choice: (text, column) => choiceFromText(column, text) !== null,
  recordId: (text, column) => "value" in parseCell(column, text, PLAIN),
};

/** What a cell looks like that can hardly be anything but its column's, whatever the header says. */
const PROVES: Partial<Record<SheetColumnType, Look>> = {
  email: "email",
  url: "link",
  taxId: "brazilianTaxId",
};

/** The share of a column's values that could be a field's; null where they say nothing. */
export function supportOf(column: SheetColumn, profile: ColumnProfile): number | null {
  const takes = VALUES_OF_TYPE[column.type];
  if (takes) return sharePassing(profile, (text) => takes(text, column));
  const looks = column.looks ?? LOOKS_OF_TYPE[column.type];
  return looks ? shareLike(profile, looks.like ?? [], looks.unlike) : null;
}

// Yes or no is an answer only to a header that asks: under "Type", 0 says nothing of a status.
const YES_OR_NO = /^(?:\d+|true|false|yes|no|[yns]|sim|não|nao|sí|si)$/iu;

/** The same for a header that means the field only where the values look like it. */
export function supportOfCue(column: SheetColumn, profile: ColumnProfile): number | null {
  const looks = column.cues?.looks;
  if (looks) return shareLike(profile, looks.like ?? [], looks.unlike);
  if (column.choices) {
    return sharePassing(
      profile,
      (text) => !YES_OR_NO.test(text) && choiceFromText(column, text) !== null,
    );
  }
  return supportOf(column, profile);
}

/** Whether values that could be a field's are a sign that they are: those of free text could be anything. */
export const isTelling = ({ type }: SheetColumn): boolean =>
  type !== "text" && type !== "externalIds";

/** Whether most values can hardly be anything but this field's. */
export function isProvenBy(column: SheetColumn, profile: ColumnProfile): boolean {
  const proof = column.key === "postalCode" ? "formattedPostalCode" : PROVES[column.type];
  return proof !== undefined && (shareLike(profile, [proof]) ?? 0) >= 0.8;
}

/** From so many rows on their repetition alone says that a column is no key. */
const MANY = 5;

/**
 * Whether a column can identify records: few of its rows say the same, and not most of them 0. In
 * a file of few rows, the same id may be the same record twice, unless what others say (`identities`) differs.
 */
export function canBeKey(profile: ColumnProfile, identities: readonly ColumnProfile[]): boolean {
  const { filled, repeated, distinct } = profile;
  if ((shareLike(profile, ["zero"]) ?? 0) >= 0.5) return false;
  if (filled < 2 || (distinct > 1 && repeated <= filled / 2)) return true;
  return (
    filled < MANY && !identities.some((other) => other.filled > 1 && other.repeated < repeated)
  );
}
