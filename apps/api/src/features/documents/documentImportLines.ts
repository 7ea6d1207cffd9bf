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

/** A line as a row says it. */
interface RowLine {
  description: string;
  quantity: string;
  unit_price: string;
  total: string;
}

/** Whether a file has columns for lines: its rows of one document are then its lines. */
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

/** A unit price and quantity keep so many decimals. */
const STORED_DECIMALS = 4;
const isStored = (decimal: string) => decimalsOf(decimal) <= STORED_DECIMALS;

// What a line is for one of it, tried out: the quotient need not be exact for that.
function unitPriceFor(total: string, quantity: string, currency: string): string | null {
  const price = withoutZeros((Number(total) / Number(quantity)).toFixed(STORED_DECIMALS));
  const isFitting =
    isWithin(price, AMOUNT_LIMIT) && compare(lineTotal(quantity, price, currency), total) === 0;
  return isFitting ? price : null;
}

/** The line that a row says; null where it says none. What does not add up is told in `issues`. */
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
  // Its total is what is owed: a discount or tax makes it another one than quantity by price.
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

/** How rows of one document are gathered; `date` is when it was issued. */
export const gatheringOf = (date: string): Gathering => ({
  together: [
    "coalesce(v->>'kind', 'SALES')",
    "v->>'number'",
    // Suppliers give numbers of their own.
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
  },
});

/** What the first row of a document may not ask, together with its lines. */
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
