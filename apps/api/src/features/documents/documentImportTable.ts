import type { Transitions } from "@clientela/shared/records/enums";
import { minorUnits } from "@clientela/shared/values/currencies";
import { fitsCurrency } from "@clientela/shared/values/decimalRules";
import sql, { raw, type Sql } from "sql-template-tag";
import { tableOf } from "../../platform/database/columns.js";
import type { ReadRow, RowIssue } from "../../platform/sheets/importer.js";
import type { ImportTable, OwnedKey, Refusal, RowPart } from "../../platform/sheets/importTable.js";
import { externalIdValues } from "../../platform/sheets/rowExternalIds.js";
import { readRelated } from "../customers/spreadsheet/customerReference.js";
import type { LinedDocument } from "./document.entity.js";
import { hasLines, readLine, reportUnusedLineFields } from "./importedLine.js";
import type { LineTable } from "./line.service.js";
import { NUMBER_SERIES } from "./number.service.js";

/** The columns that are set only when a document is created. */
export const documentOnCreate: NonNullable<ImportTable["onCreate"]> = {
  number: { type: "text", value: "v.number" },
  currency: {
    type: "text",
    value: `coalesce(v.currency, (SELECT o.currency FROM customers o WHERE o.id = p.parent_id), r."values"->>'home_currency')`,
  },
  total: { type: "numeric", value: "coalesce(v.total, 0)" },
  tax: { type: "numeric", value: "coalesce(v.tax, 0)" },
};

/** What a row must not change in an existing document: its total or currency, or its status by more than a step. */
export function documentRefusals<State extends string>(transitions: Transitions<State>): Refusal[] {
  const leaps = Object.entries<readonly State[]>(transitions).map(
    ([from, next]) =>
      `c.status = '${from}' AND v.status <> ALL('{${[from, ...next].join(",")}}'::text[])`,
  );
  const allowed = Object.entries<readonly State[]>(transitions)
    .map(([from, next]) => `WHEN '${from}' THEN '${next.join(", ") || "–"}'`)
    .join(" ");
  return [
    {
      field: "total",
      code: "total_of_lines",
      when: "v.total <> c.total",
      params: { old: "trim_scale(c.total)::text" },
    },
    {
      field: "currency",
      code: "total_of_lines",
      when: "v.currency <> c.currency",
      params: { old: "c.currency" },
    },
    {
      field: "status",
      code: "transition_not_allowed",
      when: leaps.map((leap) => `(${leap})`).join(" OR "),
      params: { from: "c.status", to: "v.status", allowed: `CASE c.status ${allowed} END` },
    },
  ];
}

/** The key by which rows with the same number are distinguished: what they come to. */
export const totalKey: ImportTable["keys"] = { total: sql`coalesce(r."values"->>'total', '')` };

/** Rows with one number are the same document again, or, where they say otherwise, one of them is wrong. */
export const repeatedNumber = (
  keys: readonly string[],
  others: readonly string[],
): ImportTable["noRepeats"] => [
  { keys: [...keys, ...others] },
  { keys, mistake: { field: "number", code: "number_repeated" } },
];

/** Documents keep their numbers in the trash: rows `s` that would create another document with one of them. */
export const numberInTrash = (document: new () => LinedDocument, same: Sql): OwnedKey => ({
  field: "number",
  code: "taken_in_trash",
  column: "number",
  ofNew: true,
  find: sql`
    SELECT s.line, o.id, o.number FROM staged s JOIN ${raw(`"${tableOf(document)}"`)} o ON ${same}
    WHERE o.deleted_at IS NOT NULL`,
});

/**
 * A document is imported with the lines of its rows; one with a total only gets one line of that amount, described
 * by the document's number.
 */
export function documentLine(
  document: new () => LinedDocument,
  { type, owner }: LineTable,
): RowPart {
  return {
    table: tableOf(type),
    change: sql`'lines', NULL::text`,
    add: (within) => sql`
      INSERT INTO ${raw(`"${tableOf(type)}" ("${owner}", position, description, quantity, unit, unit_price, discount, tax_rate, total)`)}
      SELECT d.id, l.position, l.description, l.quantity, l.unit, l.unit_price, l.discount, l.tax_rate, l.total
      FROM import_plan p JOIN ${raw(`"${tableOf(document)}"`)} d ON d.id = p.record_id
      JOIN import_rows r ON r.import_id = p.import_id AND r.line = p.line
      CROSS JOIN LATERAL (
        SELECT x.n::int AS position, o.* FROM jsonb_array_elements(r."values"->'parts') WITH ORDINALITY x (part, n),
          jsonb_to_record(x.part) AS o (description text, quantity numeric, unit text, unit_price numeric, discount numeric,
            tax_rate numeric, total numeric)
        UNION ALL SELECT 1, d.number, 1, NULL, d.total, 0, 0, d.total WHERE NOT r."values" ? 'parts' AND d.total <> 0) l
      WHERE ${within} AND p.class = 'NEW'`,
  };
}

/** Moves a series past the numbers that were imported. */
export function afterImportedNumbers(within: Sql, series: keyof typeof NUMBER_SERIES): Sql {
  return sql`
    INSERT INTO document_counters AS c (kind, value)
    SELECT ${series}::text, came.last FROM (
      SELECT max(substring(r."values"->>'number' FROM ${`^${NUMBER_SERIES[series]}([0-9]{1,15})$`})::bigint) AS last
      FROM import_plan p JOIN import_rows r ON r.import_id = p.import_id AND r.line = p.line
      WHERE ${within} AND starts_with(r."values"->>'number', ${NUMBER_SERIES[series]}::text)
    ) came WHERE came.last IS NOT NULL
    ON CONFLICT (kind) DO UPDATE SET value = greatest(c.value, excluded.value)`;
}

/** How a row describes a document. */
interface DocumentReading {
  /** Field -> column. */
  columns: Readonly<Record<string, string>>;
  /** The fields that are amounts. */
  amounts: readonly string[];
  /** The organisation's currency. */
  currency: string;
  /** The source of customers' external ids if the row does not name it. */
  idSource: string | null;
}

/** The values of a document in a row; amounts that do not fit its currency are reported. */
export function readDocument(
  row: ReadRow,
  { columns, amounts, currency, idSource }: DocumentReading,
  issues: RowIssue[],
): Record<string, unknown> {
  const said = currencyOf(row, issues);
  const own = said ?? currency;
  checkAmounts(row, amounts, own, issues);
  const values = {
    ...readRelated(row, columns, idSource),
    ...(said !== null && { currency: said }),
    home_currency: currency,
  };
  if (!hasLines(row)) {
    reportUnusedLineFields(row, issues);
    return values;
  }
  const part = readLine(row, own, issues);
  const { total, ...rest }: Record<string, unknown> = values;
  // Its total is what its lines come to.
  return {
    ...rest,
    ...(total === undefined ? {} : { said_total: total }),
    ...saidIds(row),
    ...(part ? { part } : total === undefined ? {} : { total }),
  };
}

// What a document is known by in other systems counts as its first row says it; of further rows it is told what they say.
function saidIds(row: ReadRow): { said_ids?: string } {
  const ids = externalIdValues(row).external_ids;
  return ids ? { said_ids: ids.map(({ source, value }) => `${source}: ${value}`).join("; ") } : {};
}

// The currency in its own cell, or the one that amounts are written with. Amounts of another one are not those of the document.
function currencyOf({ fields, currencies = {} }: ReadRow, issues: RowIssue[]): string | null {
  const written = Object.entries(currencies);
  const currency =
    typeof fields.currency === "string" ? fields.currency : (written[0]?.[1] ?? null);
  for (const [field, other] of written) {
    if (other === currency) continue;
    const params = { other, currency: currency ?? "" };
    issues.push({ field, code: "another_currency", severity: "error", params });
  }
  return currency;
}

function checkAmounts(
  { fields }: ReadRow,
  amounts: readonly string[],
  own: string,
  issues: RowIssue[],
): void {
  for (const field of amounts) {
    const value = fields[field];
    if (typeof value !== "string" || fitsCurrency(value, own)) continue;
    const params = { max: minorUnits(own) };
    issues.push({ field, code: "too_many_decimals", severity: "error", value, params });
  }
}
