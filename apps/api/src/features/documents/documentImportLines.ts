import { MAX_LINES } from "@clientela/shared/documents/documentLines";
import type { Gathering, Refusal } from "../../platform/sheets/importTable.js";

const CUSTOMER = [
  "customer_number",
  "customer_external_id",
  "customer_tax_ids",
  "customer_name",
] as const;

// Tax is rounded once for each rate, as `documentTotals` does.
const SUMS = `(
  SELECT jsonb_build_object('total', (sum(t.net) + sum(t.tax))::text, 'tax', sum(t.tax)::text) FROM (
    SELECT sum(l.total) AS net, round(sum(l.total) * l.tax_rate * 0.01, max(l.places)) AS tax
    FROM jsonb_to_recordset(parts) AS l (total numeric, tax_rate numeric, places int) GROUP BY l.tax_rate
  ) t)`;

/** How rows of one document are grouped; `date` is the day of issue. */
export const gatheringOf = (date: string): Gathering => ({
  together: [
    "coalesce(v->>'kind', 'SALES')",
    "v->>'number'",
    // Suppliers use numbers of their own.
    `CASE v->>'kind' WHEN 'PURCHASE' THEN concat_ws(' ', ${CUSTOMER.map((key) => `v->>'${key}'`).join(", ")}) END`,
  ],
  sums: SUMS,
  onlySums: ["tax"],
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
