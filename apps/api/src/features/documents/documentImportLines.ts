import { MAX_LINES } from "@clientela/shared/documents/documentLines";
import { minorUnits } from "@clientela/shared/values/currencies";
import {
  AMOUNT_LIMIT,
  decimalsOf,
  fitsCurrency,
  isWithin,
  withoutZeros,
} from "@clientela/shared/values/decimalRules";
import { compare, lineTotal } from "@clientela/shared/values/money";
import type { ReadRow, RowIssue } from "../../platform/sheets/importer.js";
import type { Gathering, Refusal } from "../../platform/sheets/importTable.js";

const LINE_FIELDS = ["lineDescription", "lineQuantity", "lineUnitPrice", "lineTotal"] as const;
const CUSTOMER = [
  "customer_number",
  "customer_external_id",
  "customer_tax_ids",
  "customer_name",
] as const;

/** A line as it is given in a row. */
interface RowLine {
  description: string;
  quantity: string;
  unit_price: string;
  total: string;
}

/** Whether a file has columns for lines: its rows with one document's number are then the lines of that document. */
export const hasLines = ({ fields }: ReadRow): boolean =>
  LINE_FIELDS.some((field) => field in fields);

const error = (
  field: string,
  code: string,
  value: string,
  params?: RowIssue["params"],
): RowIssue => ({
  field,
  code,
  severity: "error",
  value,
  ...(params && { params }),
});

/** The decimals of a unit price and a quantity. */
const STORED_DECIMALS = 4;
const isStored = (decimal: string) => decimalsOf(decimal) <= STORED_DECIMALS;

// The amount of a line for one unit, computed by trial: the quotient need not be exact.
function unitPriceFor(total: string, quantity: string, currency: string): string | null {
  const price = withoutZeros((Number(total) / Number(quantity)).toFixed(STORED_DECIMALS));
  const isFitting =
    isWithin(price, AMOUNT_LIMIT) && compare(lineTotal(quantity, price, currency), total) === 0;
  return isFitting ? price : null;
}

/** The line in a row; null if there is none. Amounts that do not add up are reported in `issues`. */
export function readLine(
  { fields }: ReadRow,
  currency: string,
  issues: RowIssue[],
): RowLine | null {
  const textOf = (field: (typeof LINE_FIELDS)[number]) => {
    const value = fields[field];
    return typeof value === "string" ? value : null;
  };
  const [said, number, price, given] = [
    textOf("lineDescription"),
    textOf("lineQuantity"),
    textOf("lineUnitPrice"),
    textOf("lineTotal"),
  ];
  if (said === null && number === null && price === null && given === null) return null;
  const description = said ?? (typeof fields.number === "string" ? fields.number : "–");
  const quantity = number ?? "1";
  if (compare(quantity, "0") <= 0) {
    issues.push(error("lineQuantity", "not_positive", quantity));
    return null;
  }
  if (given !== null && !fitsCurrency(given, currency)) {
    const params = { max: minorUnits(currency) };
    issues.push(error("lineTotal", "too_many_decimals", given, params));
    return null;
  }
  const isKept = isStored(quantity) && (price === null || isStored(price));
  if (given === null) {
    const unitPrice = price ?? "0";
    if (isKept) {
      const total = lineTotal(quantity, unitPrice, currency);
      return { description, quantity, unit_price: unitPrice, total };
    }
    const [field, value] = isStored(quantity)
      ? ["lineUnitPrice", unitPrice]
      : ["lineQuantity", quantity];
    issues.push(error(field, "too_many_decimals", value, { max: STORED_DECIMALS }));
    return null;
  }
  if (isKept && price !== null && compare(lineTotal(quantity, price, currency), given) === 0) {
    return { description, quantity, unit_price: price, total: given };
  }
  // The line total is the amount owed: with a discount or tax it differs from quantity times price.
  const fitting = isStored(quantity) ? unitPriceFor(given, quantity, currency) : null;
  const line = {
    description,
    quantity: fitting === null ? "1" : quantity,
    unit_price: fitting ?? given,
    total: given,
  };
  if (price !== null || fitting === null) {
    issues.push({
      field: "lineTotal",
      code: "line_repriced",
      severity: "warning",
      value: given,
      params: {
        said: `${quantity} × ${price ?? "?"}`,
        read: `${line.quantity} × ${line.unit_price}`,
      },
    });
  }
  return line;
}

/** How rows of one document are grouped; `date` is the day of issue. */
export const gatheringOf = (date: string): Gathering => ({
  together: [
    "coalesce(v->>'kind', 'SALES')",
    "v->>'number'",
    // Suppliers use numbers of their own.
    `CASE v->>'kind' WHEN 'PURCHASE' THEN concat_ws(' ', ${CUSTOMER.map((key) => `v->>'${key}'`).join(", ")}) END`,
  ],
  same: [...CUSTOMER, "currency", date],
  ofFirst: {
    status: "status",
    due_on: "dueOn",
    paid: "paid",
    paid_on: "paidOn",
    notes: "notes",
    reference: "reference",
    said_total: "total",
    said_ids: "externalIds",
  },
});

/** What the first row of a document must not ask for, considering all of its lines. */
export const lineRefusals = (date: string, dateField: string): Refusal[] => [
  {
    field: "number",
    code: "line_with_mistake",
    when: `r."values" ? 'faulty_part'`,
    params: { line: `r."values"->>'faulty_part'` },
    ofNew: true,
  },
  { field: dateField, code: "required", when: `v."${date}" IS NULL AND c.id IS NULL`, ofNew: true },
  {
    field: "total",
    code: "lines_not_total",
    when: `r."values" ? 'parts' AND (r."values"->>'said_total')::numeric <> v.total`,
    params: { lines: "trim_scale(v.total)::text" },
    ofNew: true,
  },
  {
    field: "lineTotal",
    code: "negative_total",
    when: `r."values" ? 'parts' AND v.total < 0`,
    ofNew: true,
  },
  {
    field: "number",
    code: "too_many_lines",
    when: `jsonb_array_length(r."values"->'parts') > ${MAX_LINES}`,
    params: { max: `${MAX_LINES}` },
    ofNew: true,
  },
];
