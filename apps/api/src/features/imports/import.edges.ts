import { Ctx, Field, FieldResolver, Float, Int, ObjectType, Resolver, Root } from "type-graphql";
import type { Context } from "../../platform/context.js";
import { AtMost } from "../../platform/graph/cost/listSize.js";
import { readerOf } from "../../platform/graph/messages.js";
import { Allow, MayForbid } from "../../platform/security/authorize.js";
import { User } from "../accounts/user.entity.js";
import { userById } from "../accounts/user.loaders.js";
import { earlierImportId } from "./check/earlierImport.js";
import { Import, ImportCounts } from "./import.entity.js";
import { importById } from "./import.loaders.js";
import { demandCells } from "./importAccess.js";
import { ImportColumn, shownColumn } from "./matching/column.type.js";
import { knownSources } from "./matching/knownSources.js";
import { problemText } from "./review/problemText.js";
import { columnOfIssue } from "./storedImport.js";

@ObjectType({ description: "A sheet of the workbook." })
class ImportSheet {
  @Field(() => String, { description: "Its name." })
  name!: string;
  @Field(() => Boolean, { description: "Whether the workbook hides it." })
  hidden!: boolean;
}

@ObjectType({ description: "A line at the top of the sheet, as it is." })
class ImportPreviewRow {
  @Field(() => Int, { description: "Its number." })
  line!: number;
  @Field(() => [String], { description: "Its cells." })
  cells!: string[];
}

@ObjectType({ description: "How far the present phase is." })
class ImportProgress {
  @Field(() => Int, { description: "Rows done." })
  done!: number;
  @Field(() => Int, { description: "Rows in all; an estimate while a file is read." })
  total!: number;
  @Field(() => Float, { nullable: true, description: "Rows a second so far." })
  rowsPerSecond!: number | null;
  @Field(() => Int, { nullable: true, description: "Seconds left at this rate." })
  secondsLeft!: number | null;
}

@ObjectType({ description: "What is wrong with rows, or was fixed in them, in one column." })
class ImportProblem {
  @Field(() => String, { description: "The stable code of the issues." })
  code!: string;
  @Field(() => Int, {
    nullable: true,
    description: "The column, from 0; null for rows as a whole.",
  })
  column!: number | null;
  @Field(() => String, { description: "`error` keeps rows out, `warning` does not." })
  severity!: string;
  @Field(() => Int, { description: "How many rows." })
  rows!: number;
}

const NOTHING_PLANNED: ImportCounts = {
  total: 0,
  new: 0,
  update: 0,
  unchanged: 0,
  duplicate: 0,
  undecided: 0,
  error: 0,
  skipped: 0,
  lines: 0,
};

const sheetsOf = ({ inspection }: Import): ImportSheet[] =>
  (inspection?.sheets ?? [])
    .filter((sheet) => sheet.readable)
    .map(({ name, hidden }) => ({ name, hidden }));

const ACTIVE = new Set(["READING", "CHECKING", "RUNNING", "UNDOING"]);

/** The fields of an import that are not columns. */
@Resolver(() => Import)
export class ImportEdges {
  @Allow("imports:read")
  @FieldResolver(() => String, {
    nullable: true,
    description: "The sheet that is read; null for text files.",
  })
  sheet(@Root() { inspection }: Import): string | null {
    return inspection?.sheet ?? null;
  }

  @Allow("imports:read")
  @FieldResolver(() => [String], { description: "The names of the workbook's sheets." })
  sheets(@Root() current: Import): string[] {
    return sheetsOf(current).map(({ name }) => name);
  }

  @AtMost(10, 0.1)
  @Allow("imports:read")
  @FieldResolver(() => [ImportSheet], {
    description: "The sheets of the workbook, and which of them it hides.",
  })
  sheetChoices(@Root() current: Import): ImportSheet[] {
    return sheetsOf(current);
  }

  @Allow("imports:read")
  @FieldResolver(() => ImportCounts, { description: "The plan, from READY on; zeros until then." })
  counts(@Root() { counts }: Import): ImportCounts {
    return counts ?? NOTHING_PLANNED;
  }

  @Allow("imports:read")
  @FieldResolver(() => Int, { description: "The line of the header; 0 where there is none." })
  headerRow(@Root() { inspection }: Import): number {
    return inspection?.headerRow ?? 0;
  }

  @MayForbid()
  @AtMost(30)
  @Allow("imports:read")
  @FieldResolver(() => [ImportPreviewRow], {
    description:
      "The first lines of the sheet, for picking the header; for those who may see records of the kind.",
  })
  preview(@Root() { recordType, inspection }: Import, @Ctx() context: Context): ImportPreviewRow[] {
    demandCells(context, recordType);
    return inspection?.preview ?? [];
  }

  @Allow("imports:read")
  @FieldResolver(() => String, { nullable: true, description: "The encoding of a text file." })
  encoding(@Root() { inspection }: Import): string | null {
    return inspection?.encoding ?? null;
  }

  @Allow("imports:read")
  @FieldResolver(() => String, {
    nullable: true,
    description: "The character between the values of a text file.",
  })
  delimiter(@Root() { inspection }: Import): string | null {
    return inspection?.delimiter ?? null;
  }

  @Allow("imports:read")
  @FieldResolver(() => String, {
    nullable: true,
    description:
      'How a text file writes a quote inside of a quoted text: "double", "backslash" or "none".',
  })
  quoting(@Root() { inspection }: Import): string | null {
    return inspection?.quoting ?? null;
  }

  @AtMost(50)
  @Allow("imports:read")
  @FieldResolver(() => [ImportColumn], {
    description: "The columns of the file and where they go.",
  })
  columns(@Root() { recordType, columns }: Import): ImportColumn[] {
    return columns.map((column) => shownColumn(recordType, column));
  }

  @Allow("imports:read")
  @FieldResolver(() => [String], {
    description:
      "The systems that external ids come from already, up to 50, for `idSource` and for columns that go to `externalIds.` with such a name.",
  })
  idSourceChoices(@Ctx() { db }: Context): Promise<string[]> {
    return knownSources(db);
  }

  @Allow("imports:read")
  @FieldResolver(() => String, {
    nullable: true,
    description: "Why it failed or what it waits for, in the caller's language.",
  })
  problem(@Root() current: Import, @Ctx() context: Context): string | null {
    const { problem, recordType } = current;
    return (
      problem &&
      problemText(problem, context.app.registry.importers.get(recordType)?.sheet, readerOf(context))
    );
  }

  @Allow("imports:read")
  @FieldResolver(() => String, {
    nullable: true,
    description:
      "The stable code of `problem`. With replacementCharacter, encodingUnsure, encodedTwice and wrongEncoding it asks for an encoding, or for `acceptReplacement`.",
  })
  problemCode(@Root() { problem }: Import): string | null {
    return problem?.code ?? null;
  }

  @Allow("imports:read")
  @FieldResolver(() => ImportProgress, { description: "How far the present phase is." })
  progress(
    @Root() { done, total, phaseStartedAt, status }: Import,
    @Ctx() context: Context,
  ): ImportProgress {
    const seconds = phaseStartedAt ? (context.now.getTime() - phaseStartedAt.getTime()) / 1000 : 0;
    const rate = ACTIVE.has(status) && seconds > 0 && done > 0 ? done / seconds : null;
    return {
      done,
      total,
      rowsPerSecond: rate && Math.round(rate),
      secondsLeft: rate && Math.ceil(Math.max(total - done, 0) / rate),
    };
  }

  @Allow("imports:read")
  @FieldResolver(() => User, { nullable: true, description: "Who started it." })
  createdBy(@Root() { userId }: Import, @Ctx() context: Context): Promise<User | null> | null {
    return userId === null ? null : context.load(userById, userId);
  }

  @Allow("imports:read")
  @FieldResolver(() => Import, {
    nullable: true,
    description:
      "The previous import of the same file, byte for byte, that wrote rows or is about to: this one may be a mistake.",
  })
  async previousImport(@Root() { id }: Import, @Ctx() context: Context): Promise<Import | null> {
    const previousId = await context.load(earlierImportId, id);
    return previousId === null ? null : context.load(importById, previousId);
  }

  @AtMost(50)
  @Allow("imports:read")
  @FieldResolver(() => [ImportProblem], {
    description:
      "What is wrong with its rows, the most frequent first; each can be a filter of `rows`.",
  })
  problems(@Root() { problems, columns }: Import): ImportProblem[] {
    return (problems ?? []).map(({ code, field, column, severity, rows }) => ({
      code,
      severity,
      rows,
      column: columnOfIssue(columns, { field, ...(column !== null && { column }) }),
    }));
  }
}
