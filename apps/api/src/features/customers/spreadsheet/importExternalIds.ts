import { externalIdsColumn, sourceOfField } from "@clientela/shared/sheets/externalIdColumns";
import sql, { raw, type Sql } from "sql-template-tag";
import { tableOf } from "../../../platform/database/columns.js";
import type {
  ImportTable,
  MatchStrategy,
  OwnedKey,
  RowPart,
} from "../../../platform/sheets/importTable.js";
import type { StoredRecord } from "../../../platform/types/record.js";

/** The kind of record that ids in other systems belong to. */
interface IdentifiedRows {
  type: new () => StoredRecord;
  /** What a person recognises a record `o` by, as an expression. */
  label: string;
  /** Why the record `c` that a row `s` names by an id may be another one, as a code; null where it is certain. */
  doubt: Sql;
}

/** How rows of a kind of record find, write and take back ids in other systems. */
interface ImportedExternalIds {
  keys: ImportTable["keys"];
  strategy: MatchStrategy;
  owned: OwnedKey;
  part: RowPart;
}

// Each id of a row `s`, as `k`.
const idsOf = (row: Sql): Sql =>
  sql`jsonb_to_recordset(${row}) AS k (source text, value text, field text)`;
const staged = idsOf(sql`s.external_ids::jsonb`);
const ofRow = idsOf(sql`r."values"->'external_ids'`);

// An id as plans and the history write it.
const text = sql`(k.source || ':' || k.value)`;
const sorted = (texts: Sql): Sql =>
  sql`(SELECT jsonb_agg(t.value ORDER BY t.value COLLATE "C") FROM jsonb_array_elements_text(${texts}) AS t (value))`;

const ID_FIELDS: readonly string[] = ["externalId", externalIdsColumn.key];

/** Two rows of a file that have an id in common are about one record. */
export const repeatedExternalId = {
  keys: ["external_ids"],
  each: "jsonb_build_array(lower(x.item->>'source'), x.item->>'value')",
} as const;

/**
 * What an import does with ids in other systems: they find records, are added to those that have them not yet, and none
 * is taken away. A row of which two ids name two records waits for a decision.
 */
export function importedExternalIds({ type, label, doubt }: IdentifiedRows): ImportedExternalIds {
  const table = raw(`"${tableOf(type)}"`);
  const recordType = type.name;
  // The live id `e` that is the id `k` of a row, of whichever record.
  const isHeld = sql`e.record_type = ${recordType} AND lower(e.source) = lower(k.source) AND e.value = k.value AND e.live`;
  const isKept = sql`NOT coalesce(
    p.issues @> jsonb_build_array(jsonb_build_object('code', 'id_not_kept', 'field', k.field)), false)`;
  const isAdded = (plan: Sql): Sql =>
    sql`coalesce(${plan}.changes->'externalIds'->1 ? ${text} AND NOT ${plan}.changes->'externalIds'->0 ? ${text}, false)`;
  return {
    keys: { external_ids: sql`r."values"->>'external_ids'` },
    strategy: {
      matchKey: "EXTERNAL_ID",
      keys: ["external_ids"],
      mayDoubt: true,
      find: () => sql`
        SELECT f.line, f.id, CASE WHEN min(f.id::text) OVER w <> max(f.id::text) OVER w THEN 'keys_disagree' ELSE f.doubt END
        FROM (
          SELECT DISTINCT s.line, c.id, ${doubt} AS doubt FROM staged s CROSS JOIN LATERAL ${staged}
          JOIN external_ids e ON ${isHeld}
          JOIN ${table} c ON c.id = e.record_id
          WHERE s.external_ids IS NOT NULL AND c.deleted_at IS NULL
        ) f WINDOW w AS (PARTITION BY f.line)`,
    },
    owned: {
      field: "externalIds",
      code: "taken_by",
      column: "external_ids",
      isLive: true,
      isOneOfSeveral: true,
      find: sql`
        SELECT s.line, o.id, ${raw(label)}, k.field FROM staged s CROSS JOIN LATERAL ${staged}
        JOIN external_ids e ON ${isHeld}
        JOIN ${table} o ON o.id = e.record_id
        WHERE s.external_ids IS NOT NULL AND o.deleted_at IS NULL`,
    },
    part: {
      table: "external_ids",
      isGivenBy: (fields) =>
        fields.some((field) => ID_FIELDS.includes(field) || sourceOfField(field) !== null),
      change: sql`'externalIds', CASE WHEN s.external_ids IS NOT NULL THEN (
        SELECT jsonb_build_array(h.texts, ${sorted(sql`h.texts || n.texts`)})
        FROM (
          SELECT coalesce(jsonb_agg(e.source || ':' || e.value ORDER BY (e.source || ':' || e.value) COLLATE "C"), '[]') AS texts
          FROM external_ids e WHERE e.record_id = c.id AND e.live
        ) h CROSS JOIN LATERAL (
          SELECT jsonb_agg(${text}) AS texts FROM ${idsOf(sql`s.external_ids::jsonb`)}
          WHERE NOT EXISTS (SELECT 1 FROM external_ids e WHERE ${isHeld}) AND CASE rules.by_column->>k.field
            WHEN 'NEVER' THEN false
            WHEN 'FILL_BLANKS' THEN NOT EXISTS (
              SELECT 1 FROM external_ids e WHERE e.record_id = c.id AND lower(e.source) = lower(k.source) AND e.live)
            ELSE true END
        ) n WHERE n.texts IS NOT NULL
      ) END`,
      created: `CASE WHEN r."values" ? 'external_ids' THEN (
        SELECT '{"field":"externalIds","old":[],"new":' || jsonb_agg(k.source || ':' || k.value)::text || '}'
        FROM jsonb_to_recordset(r."values"->'external_ids') AS k (source text, value text, field text)
        WHERE NOT coalesce(p.issues @> jsonb_build_array(jsonb_build_object('code', 'id_not_kept', 'field', k.field)), false)
      ) END`,
      add: (within) => sql`
        INSERT INTO external_ids AS x (record_type, record_id, source, value)
        SELECT DISTINCT ON (lower(k.source), k.value) ${recordType}::text, p.record_id, k.source, k.value
        FROM import_plan p JOIN import_rows r ON r.import_id = p.import_id AND r.line = p.line CROSS JOIN LATERAL ${ofRow}
        WHERE ${within} AND r."values" ? 'external_ids'
          AND CASE p.class WHEN 'NEW' THEN ${isKept} ELSE ${isAdded(sql`p`)} END
        ORDER BY lower(k.source), k.value, p.line
        ON CONFLICT (record_id, lower(source), value) DO UPDATE SET live = true WHERE NOT x.live`,
      taken: (within) => sql`
        SELECT p.line FROM import_plan p JOIN import_rows r ON r.import_id = p.import_id AND r.line = p.line
        WHERE ${within} AND p.class = 'NEW' AND EXISTS (
          SELECT 1 FROM ${ofRow} JOIN external_ids e ON ${isHeld} WHERE ${isKept})`,
      remove: sql`
        DELETE FROM external_ids e USING import_plan u
        JOIN import_rows r ON r.import_id = u.import_id AND r.line = u.line CROSS JOIN LATERAL ${ofRow}
        WHERE u.changes ? 'externalIds' AND ${isAdded(sql`u`)}
          AND e.record_id = u.record_id AND lower(e.source) = lower(k.source) AND e.value = k.value`,
    },
  };
}
