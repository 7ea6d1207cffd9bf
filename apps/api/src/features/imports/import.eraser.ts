import sql from "sql-template-tag";
import type { Eraser } from "../../platform/records/eraser.js";

// A national number without its trunk prefix; a shorter one is compared whole.
const PHONE_DIGITS = 9;

/**
 * Clears the cells of imported rows: of those that became the person's records, and of those that contain an address
 * or tax ID of theirs. A phone, which others may share, counts in rows that an ended import left out.
 */
export const importEraser: Eraser = {
  async erase({ db }, { recordIds, signs, phones, texts }) {
    const ids = [...recordIds];
    // Only letters and digits, as a tax ID may be in any notation; the quotes of the JSON delimit it.
    const cells = signs.map((sign) => `%"${sign.toLowerCase().replace(/[^a-z0-9]/g, "")}"%`);
    const phoneCells = phones.map(
      (phone) => `%${phone.replace(/[^0-9]/g, "").slice(-PHONE_DIGITS)}"%`,
    );
    await db.execute(sql`
      WITH found AS MATERIALIZED (
        SELECT p.import_id, p.line FROM import_plan p
        WHERE p.record_id = ANY(${ids}::uuid[]) OR p.parent_id = ANY(${ids}::uuid[])
        UNION
        SELECT r.import_id, r.line FROM import_rows r
        CROSS JOIN LATERAL regexp_replace(lower(r.cells::text), '[^a-z0-9"]', '', 'g') x (plain)
        WHERE x.plain LIKE ANY(${cells}::text[]) OR x.plain LIKE ANY(${phoneCells}::text[])
          AND EXISTS (SELECT 1 FROM imports i WHERE i.id = r.import_id AND i.finished_at IS NOT NULL)
          AND NOT EXISTS (
            SELECT 1 FROM import_plan p
            WHERE p.import_id = r.import_id AND p.line = r.line AND p.record_id IS NOT NULL)
      ), planned AS (
        UPDATE import_plan p SET changes = NULL, candidates = NULL, issues = NULL
        FROM found f WHERE p.import_id = f.import_id AND p.line = f.line
      ), sampled AS (
        UPDATE imports i SET
          columns = (SELECT coalesce(jsonb_agg(c || '{"samples": [], "values": []}'), '[]') FROM jsonb_array_elements(i.columns) c),
          inspection = i.inspection || jsonb_build_object('preview', '[]'::jsonb, 'headers', (
            SELECT coalesce(jsonb_agg(h || '{"samples": []}'), '[]') FROM jsonb_array_elements(i.inspection->'headers') h))
        WHERE i.id IN (SELECT import_id FROM found)
      )
      UPDATE import_rows r SET reading = NULL, "values" = '{}', issues = NULL,
        cells = (SELECT coalesce(json_agg(''::text), '[]') FROM json_array_elements(r.cells))
      FROM found f WHERE r.import_id = f.import_id AND r.line = f.line`);
    // The changes that an undecided row would make contain the values that its candidate has.
    await db.execute(sql`
      UPDATE import_plan p SET candidates = NULL, issues = NULL
      WHERE EXISTS (SELECT 1 FROM jsonb_array_elements(p.candidates) c WHERE c->>'id' = ANY(${ids}::text[]))`);
    // A line that was once taken for the headers may contain a person's data.
    await db.execute(sql`
      DELETE FROM import_matches m
      WHERE EXISTS (SELECT 1 FROM unnest(${[...texts]}::text[]) t WHERE position(fold(t) IN fold(m.headers)) > 0)`);
  },
};
