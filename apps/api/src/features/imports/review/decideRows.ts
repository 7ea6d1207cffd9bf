import sql, { type Sql } from "sql-template-tag";
import type { Context } from "../../../platform/context.js";
import { Invalid } from "../../../platform/errors.js";
import { parseId, parseInput } from "../../../platform/graph/parseInput.js";
import type { DecideImportRowsInput } from "../import.input.js";
import { changedBy, checkAnew, type Fixed, lockedForFixing } from "./fixCells.js";
import type { RowDecision } from "./importRow.type.js";
import { linesOf } from "./importRows.js";
import { linesSchema } from "./skipRows.js";

interface Change {
  set: Sql;
  /** The rows `r`, with their plan `p`, that the decision is about. */
  where: Sql;
}

// Until rows are planned again, their plan still says that they are undecided.
const undecided = sql`p.class = 'UNDECIDED' AND r.decision IS NULL`;

function changeFor(
  decision: RowDecision | null,
  recordId: string | null,
  isNamed: boolean,
  isOpenToAny: boolean,
): Change {
  // A decision can be changed only for rows that are named by their lines.
  const isOpen = isNamed ? sql`(p.class = 'UNDECIDED' OR r.decision IS NOT NULL)` : undecided;
  switch (decision) {
    case null:
      return { set: sql`decision = NULL, decided_id = NULL`, where: sql`r.decision IS NOT NULL` };
    case "SKIP":
      return { set: sql`left_out = true, decision = NULL, decided_id = NULL`, where: isOpen };
    case "CREATE":
      return { set: sql`decision = 'CREATE', decided_id = NULL`, where: isOpen };
    case "UPDATE":
      return recordId === null
        ? {
            set: sql`decision = 'UPDATE', decided_id = (p.candidates->0->>'id')::uuid`,
            where: sql`${isOpen} AND jsonb_array_length(p.candidates) = 1`,
          }
        : {
            set: sql`decision = 'UPDATE', decided_id = ${recordId}::uuid`,
            where: sql`${isOpen} AND (${isOpenToAny} OR p.candidates IS NULL OR p.candidates @> ${JSON.stringify([{ id: recordId }])}::jsonb)`,
          };
  }
}

/**
 * Decides undecided rows, or resets their decisions (null), and plans them again. Rows with
 * several candidates need `recordId` to update one. Throws Invalid.
 */
export async function decideRows(
  context: Context,
  { id, filter, decision = null, ...input }: DecideImportRowsInput,
): Promise<Fixed> {
  const { lines = null } = parseInput(linesSchema, { lines: input.lines });
  if (!lines && !filter) throw new Invalid([{ path: "lines", code: "required" }]);
  const recordId = input.recordId == null ? null : parseId(input.recordId, "recordId");
  if (recordId !== null && decision !== "UPDATE") {
    throw new Invalid([{ path: "recordId", code: "only_for_update" }]);
  }
  const current = await lockedForFixing(context, id, null);
  const proposals = context.app.registry.importers.get(current.recordType)?.table.proposals;
  if (proposals && decision === "CREATE") {
    throw new Invalid([{ path: "decision", code: "choose_a_proposal" }]);
  }
  if (proposals && recordId !== null && !(await proposals.accepts(context.db, recordId))) {
    throw new Invalid([{ path: "recordId", code: "not_a_candidate" }]);
  }
  const isNamed = lines !== null && !filter;
  const { set, where } = changeFor(decision, recordId, isNamed, proposals !== undefined);
  const changed = await changedBy(
    context.db,
    sql`
      UPDATE import_rows r SET ${set} FROM (${await linesOf(context, current, filter)}) w, import_plan p
      WHERE r.import_id = ${current.id}::uuid AND r.line = w.line
        AND p.import_id = ${current.id}::uuid AND p.line = w.line AND ${where}
        AND (${lines}::int[] IS NULL OR r.line = ANY(${lines}::int[]))`,
  );
  if (recordId !== null && changed.rows === 0) {
    throw new Invalid([{ path: "recordId", code: "not_a_candidate" }]);
  }
  return checkAnew(context, current, changed, "PLAN");
}
