import sql, { type Sql } from "sql-template-tag";
import { Ctx, Field, FieldResolver, Int, ObjectType, Resolver, Root } from "type-graphql";
import type { Context } from "../../../platform/context.js";
import { batchQueries } from "../../../platform/request/batchQueries.js";
import { Allow } from "../../../platform/security/authorize.js";
import { registerEnum } from "../../../platform/types/enums.js";
import { UNDO_VERDICTS, type UndoVerdict, undoVerdicts } from "../engine/undo.js";
import { Import, type ImportStatus } from "../import.entity.js";

/** What undoing does with a record, as a GraphQL enum. */
export const UndoVerdictEnum = registerEnum(
  "ImportUndoVerdict",
  UNDO_VERDICTS,
  "What undoing does with the record of a row: DELETE and RESTORE take it back; GONE is deleted already; EDITED, HAS_RECORDS (of its own by now) and CONFLICT (its old values belong to another) are kept.",
);

/** What undoing an import would do, or did. */
@ObjectType({ description: "What undoing an import would do, or did, to the records it wrote." })
export class ImportUndo {
  @Field(() => Int, { description: "Records that it made: they are deleted." })
  deleted!: number;
  @Field(() => Int, { description: "Records that it changed: they get their old values back." })
  restored!: number;
  @Field(() => Int, {
    description:
      "Records that stay as they are, because they were edited, got records of their own or would clash; `rows(filter: { undo: [EDITED, HAS_RECORDS, CONFLICT] })` lists them.",
  })
  kept!: number;
  @Field(() => Int, { description: "Records that are deleted already." })
  gone!: number;
}

const ENDED = new Set<ImportStatus>(["DONE", "CANCELLED", "FAILED", "UNDOING", "UNDONE"]);

/** Selects `line` and `verdict` of all rows of an import that wrote: what undoing did, or would do. */
export async function verdictsOf(
  context: Context,
  recordType: string,
  importId: string,
): Promise<Sql> {
  const importer = context.app.registry.importers.get(recordType);
  if (!importer) throw new Error(`nothing imports ${recordType}`);
  return sql`
    SELECT line, undo AS verdict FROM import_plan WHERE import_id = ${importId}::uuid AND undo IS NOT NULL
    UNION ALL SELECT line, verdict FROM (${await undoVerdicts(context, importer.table, importId)}) ahead`;
}

/** The preview of undoing an import, or its result. */
@Resolver(() => Import)
export class ImportUndoEdges {
  @Allow("imports:read")
  @FieldResolver(() => ImportUndo, {
    nullable: true,
    description:
      "What undoing would do now, or did; null while it runs and where it wrote nothing.",
  })
  async undo(
    @Root() { id, recordType, status, appliedLine }: Import,
    @Ctx() context: Context,
  ): Promise<ImportUndo | null> {
    if (!ENDED.has(status) || appliedLine === 0) return null;
    const counted = await batchQueries<{ verdict: UndoVerdict; rows: number }>(
      context,
      sql`
        SELECT verdict, count(*)::int AS rows FROM (${await verdictsOf(context, recordType, id)}) v GROUP BY verdict`,
    );
    const of = (...verdicts: UndoVerdict[]) =>
      counted.reduce((sum, one) => sum + (verdicts.includes(one.verdict) ? one.rows : 0), 0);
    return {
      deleted: of("DELETE"),
      restored: of("RESTORE"),
      kept: of("EDITED", "HAS_RECORDS", "CONFLICT"),
      gone: of("GONE"),
    };
  }
}
