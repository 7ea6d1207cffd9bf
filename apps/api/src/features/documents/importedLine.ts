import { documentTotals, lineNet } from "@clientela/shared/documents/documentTotals";
import { minorUnits } from "@clientela/shared/values/currencies";
import {
  AMOUNT_LIMIT,
  decimalsOf,
  fitsCurrency,
  isWithin,
  withoutZeros,
} from "@clientela/shared/values/decimalRules";
import { compare } from "@clientela/shared/values/money";
import type { ReadRow, RowIssue } from "../../platform/sheets/importer.js";

const PRICE_FIELDS = ["lineDescription", "lineQuantity", "lineUnitPrice", "lineTotal"] as const;
const FURTHER_FIELDS = ["lineUnit", "lineDiscount", "lineTaxRate"] as const;
type LineField = (typeof PRICE_FIELDS)[number] | (typeof FURTHER_FIELDS)[number];

/** A line as a row gives it; `total` is net. */
export interface RowLine {
  description: string;
  quantity: string;
  unit: string | null;
  unit_price: string;
  discount: string;
  tax_rate: string;
  total: string;
  /** The decimals that the tax is rounded to. */
  places: number;
}

/** Whether a file has columns for lines: its rows with one document's number are then the lines of that document. */
export const hasLines = ({ fields }: ReadRow): boolean =>
  PRICE_FIELDS.some((field) => field in fields);

const textOf = ({ fields }: ReadRow, field: LineField): string | null => {
  const value = fields[field];
  return typeof value === "string" ? value : null;
};

const error = (
  field: LineField,
  code: string,
  value: string,
  params?: RowIssue["params"],
): RowIssue => ({ field, code, severity: "error", value, ...(params && { params }) });

const warning = (
  field: LineField,
  code: string,
  value: string,
  params?: RowIssue["params"],
): RowIssue => ({ field, code, severity: "warning", value, ...(params && { params }) });

/** The decimals of a unit price, a quantity and a percentage. */
const STORED_DECIMALS = 4;
const isStored = (decimal: string) => decimalsOf(decimal) <= STORED_DECIMALS;

/** Reports unit, discount and tax rate of a row that has no line. */
export function reportUnusedLineFields(row: ReadRow, issues: RowIssue[]): void {
  for (const field of FURTHER_FIELDS) {
    const value = textOf(row, field);
    if (value !== null) issues.push(warning(field, "value_not_kept", value));
  }
}

// The amount of a line for one unit, computed by trial: the quotient need not be exact.
function unitPriceFor(total: string, quantity: string, currency: string): string | null {
  const unitPrice = withoutZeros((Number(total) / Number(quantity)).toFixed(STORED_DECIMALS));
  const isFitting =
    isWithin(unitPrice, AMOUNT_LIMIT) &&
    compare(lineNet({ quantity, unitPrice }, currency), total) === 0;
  return isFitting ? unitPrice : null;
}

/** The line in a row; null if there is none. Amounts that do not add up are reported in `issues`. */
export function readLine(row: ReadRow, currency: string, issues: RowIssue[]): RowLine | null {
  const [said, number, price, given] = PRICE_FIELDS.map((field) => textOf(row, field));
  if (said == null && number == null && price == null && given == null) {
    reportUnusedLineFields(row, issues);
    return null;
  }
  const quantity = number ?? "1";
  const discount = textOf(row, "lineDiscount") ?? "0";
  const taxRate = textOf(row, "lineTaxRate") ?? "0";
  const fault = faultOf({ quantity, price: price ?? "0", discount, taxRate, given }, currency);
  if (fault) {
    issues.push(fault);
    return null;
  }
  const line = {
    description: said ?? (typeof row.fields.number === "string" ? row.fields.number : "–"),
    quantity,
    unit: textOf(row, "lineUnit"),
    unit_price: price ?? "0",
    discount,
    tax_rate: taxRate,
    total: lineNet({ quantity, unitPrice: price ?? "0", discount }, currency),
    places: minorUnits(currency),
  };
  if (given == null) return line;
  return withTotal(line, { price: price ?? null, given, currency }, issues);
}

interface Amounts {
  quantity: string;
  price: string;
  discount: string;
  taxRate: string;
  given: string | null | undefined;
}

function faultOf({ quantity, price, discount, taxRate, given }: Amounts, currency: string) {
  if (compare(quantity, "0") <= 0) return error("lineQuantity", "not_positive", quantity);
  if (given != null && !fitsCurrency(given, currency)) {
    return error("lineTotal", "too_many_decimals", given, { max: minorUnits(currency) });
  }
  const max = { max: STORED_DECIMALS };
  if (!isStored(taxRate)) return error("lineTaxRate", "too_many_decimals", taxRate, max);
  if (!isStored(discount)) return error("lineDiscount", "too_many_decimals", discount, max);
  // A total stands for a quantity or price that cannot be stored.
  if (given != null) return null;
  if (!isStored(quantity)) return error("lineQuantity", "too_many_decimals", quantity, max);
  return isStored(price) ? null : error("lineUnitPrice", "too_many_decimals", price, max);
}

/**
 * A line whose total is given: it agrees with the other amounts, net or gross, or it is the net amount and they give way,
 * which is reported.
 */
function withTotal(
  line: RowLine,
  { price, given, currency }: { price: string | null; given: string; currency: string },
  issues: RowIssue[],
): RowLine {
  const { quantity, discount, tax_rate: taxRate } = line;
  const isKept = isStored(quantity) && (price === null || isStored(price));
  if (isKept && price !== null) {
    const { subtotal, total } = documentTotals(
      [{ quantity, unitPrice: price, discount, taxRate }],
      currency,
    );
    if (compare(subtotal, given) === 0 || compare(total, given) === 0) return line;
  }
  const fitting = isStored(quantity) ? unitPriceFor(given, quantity, currency) : null;
  const read = {
    ...line,
    quantity: fitting === null ? "1" : quantity,
    unit_price: fitting ?? given,
    discount: "0",
    total: given,
  };
  const hasDiscount = compare(discount, "0") > 0;
  if (price !== null || fitting === null || hasDiscount) {
    const less = hasDiscount ? ` − ${withoutZeros(discount)}%` : "";
    const params = {
      said: `${quantity} × ${price ?? "?"}${less}`,
      read: `${read.quantity} × ${read.unit_price}`,
    };
    issues.push(warning("lineTotal", "line_repriced", given, params));
  }
  if (compare(taxRate, "0") > 0) {
    issues.push(warning("lineTotal", "line_total_net", given, { rate: withoutZeros(taxRate) }));
  }
  return read;
}
