import { recordId } from "@clientela/shared/records/fieldRules";
import type { RecordType } from "@clientela/shared/records/recordActions";
import { storedForm } from "@clientela/shared/values/textRules";
import sql, { raw, type Sql } from "sql-template-tag";
import type { Context } from "../../platform/context.js";
import { selectList, tableOf } from "../../platform/database/columns.js";
import { Invalid } from "../../platform/errors.js";
import type { UpsertedRow } from "./upsertKind.js";

/** Another record that an item names: by its id, or by its id in the other system. */
export interface Reference {
  id?: string | null | undefined;
  externalId?: string | null | undefined;
}

/** A place of an item that names another record. */
interface ReferencePlace {
  /** The path of the id; that of the id in the other system ends in `ExternalId` instead of `Id`. */
  path: string;
  customerId: string;
  /** The record that is set already, which is not checked. */
  already?: string | null | undefined;
}

const externalPath = (path: string) => path.replace(/Id$/, "ExternalId");

/** Records that items of a call refer to, by both their ids. */
export class References<Row extends UpsertedRow> {
  private readonly byId: ReadonlyMap<string, Row>;
  private readonly byExternalId: ReadonlyMap<string, Row>;

  constructor(rows: readonly (Row & { externalValues: readonly string[] })[]) {
    this.byId = new Map(rows.map((row) => [row.id, row]));
    this.byExternalId = new Map(
      rows.flatMap((row) => row.externalValues.map((value): [string, Row] => [value, row])),
    );
  }

  /** The record at a path of an item; null and undefined where it names none. Throws Invalid for one that the caller does not see. */
  at({ id, externalId }: Reference, path: string): Row | null | undefined {
    if (id != null && externalId != null) {
      throw new Invalid([{ path: externalPath(path), code: "exactly_one" }]);
    }
    if (id == null && externalId == null)
      return id === null || externalId === null ? null : undefined;
    const found =
      id != null ? this.byId.get(id) : this.byExternalId.get(storedForm(externalId ?? ""));
    if (found) return found;
    throw new Invalid([{ path: id != null ? path : externalPath(path), code: "unknown_record" }]);
  }

  /** The id of the record, which has to be the same customer's. Throws Invalid. */
  idAt(reference: Reference, place: ReferencePlace): string | null | undefined {
    const { path, customerId, already } = place;
    if (reference.id && reference.id === already && reference.externalId == null) return already;
    const row = this.at(reference, path);
    if (row && row.customerId !== customerId) {
      const own = reference.id == null ? externalPath(path) : path;
      throw new Invalid([{ path: own, code: "of_another_customer" }]);
    }
    return row ? row.id : row;
  }
}

/** A kind of record that items refer to. */
interface ReferencedKind<Row> {
  type: new () => Row;
  name: RecordType;
  /** A condition on `r` for callers to see it, besides not being deleted. */
  within?: Sql;
}

/** Reads the records that items refer to, and keeps them from being deleted, or from being changed, until the transaction ends. */
export async function lockReferences<Row extends UpsertedRow>(
  { db }: Context,
  { type, name, within }: ReferencedKind<Row>,
  source: string,
  wanted: readonly Reference[],
  lock: "KEY SHARE" | "UPDATE" = "KEY SHARE",
): Promise<References<Row>> {
  const ids = wanted.flatMap(({ id }) => (recordId.safeParse(id).success && id ? [id] : []));
  const values = wanted.flatMap(({ externalId }) => (externalId ? [storedForm(externalId)] : []));
  if (ids.length + values.length === 0) return new References<Row>([]);
  const rows = await db.rowsOf<Row, { externalValues: string[] }>(
    type,
    sql`
      SELECT ${selectList(type, "r")}, ARRAY(
        SELECT x.value FROM external_ids x
        WHERE x.record_id = r.id AND x.live AND lower(x.source) = lower(${source})) AS "externalValues"
      FROM ${raw(`"${tableOf(type)}"`)} r
      WHERE r.deleted_at IS NULL AND ${within ?? sql`true`} AND r.id IN (
        SELECT unnest(${ids}::uuid[]) UNION ALL
        SELECT x.record_id FROM external_ids x
        WHERE x.record_type = ${name} AND lower(x.source) = lower(${source}) AND x.value = ANY(${values}::text[])
          AND x.live)
      ORDER BY r.id ${raw(`FOR ${lock} OF r`)}`,
  );
  return new References(rows);
}
