import sql from "sql-template-tag";
import { z } from "zod";
import type { Context } from "../../../platform/context.js";
import { Invalid } from "../../../platform/errors.js";
import { parseInput } from "../../../platform/graph/parseInput.js";
import type { ImportRowsInput } from "../import.input.js";
import { changedBy, checkAnew, type Fixed, lockedForFixing } from "./fixCells.js";
import { linesOf } from "./importRows.js";

const MAX_LINES = 10_000;
/** The lines of rows, where they are named. */
export const linesSchema = z.object({
  lines: z.array(z.int()).min(1, "required").max(MAX_LINES, "too_many").nullish(),
});

/** Skips rows of an import, which is planned again as if they were not in the file. Throws Invalid. */
export const skipRows = (context: Context, input: ImportRowsInput): Promise<Fixed> =>
  setLeftOut(context, input, true);

/** Includes skipped rows again, and plans the import again. Throws Invalid. */
export const includeRows = (context: Context, input: ImportRowsInput): Promise<Fixed> =>
  setLeftOut(context, input, false);

async function setLeftOut(
  context: Context,
  { id, filter, ...input }: ImportRowsInput,
  leftOut: boolean,
): Promise<Fixed> {
  const { lines = null } = parseInput(linesSchema, { lines: input.lines });
  if (!lines && !filter) throw new Invalid([{ path: "lines", code: "required" }]);
  const current = await lockedForFixing(context, id, null);
  const changed = await changedBy(
    context.db,
    sql`
      UPDATE import_rows r SET left_out = ${leftOut}
      FROM (${await linesOf(context, current, filter)}) w
      WHERE r.import_id = ${current.id}::uuid AND r.line = w.line AND r.left_out <> ${leftOut}
        AND (${lines}::int[] IS NULL OR r.line = ANY(${lines}::int[]))`,
  );
  return checkAnew(context, current, changed, "PLAN");
}
