import type { SheetRecordType } from "@clientela/shared/sheetRegister";
import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { AtMost } from "../../../platform/graph/cost/listSize.js";
import { Allow } from "../../../platform/security/authorize.js";
import type { RowIssue } from "../../../platform/sheets/importer.js";
import { registerEnum } from "../../../platform/types/enums.js";
import type { UndoVerdict } from "../engine/undo.js";
import { UndoVerdictEnum } from "../run/importUndo.js";

const CLASSES = [
  "NEW",
  "UPDATE",
  "UNCHANGED",
  "DUPLICATE",
  "UNDECIDED",
  "ERROR",
  "SKIPPED",
  "LINE",
] as const;
const OUTCOMES = ["CREATED", "UPDATED", "UNCHANGED", "SKIPPED", "FAILED", "LINE"] as const;

/** What a row would do, as a GraphQL enum. */
export const RowClassEnum = registerEnum(
  "ImportRowClass",
  CLASSES,
  "What a row would do. UNDECIDED: it may mean a record that is known, and somebody has to decide. LINE: it is a further line of the document that a row above makes.",
);

const DECISIONS = ["UPDATE", "CREATE", "SKIP"] as const;

/** What can be decided about a row that may match a record. */
export type RowDecision = (typeof DECISIONS)[number];

/** The decisions as a GraphQL enum. */
export const RowDecisionEnum = registerEnum(
  "ImportRowDecision",
  DECISIONS,
  "What becomes of an undecided row: it updates a record, creates a new one, or is left out.",
);

/** The result of a row, as a GraphQL enum. */
export const RowOutcomeEnum = registerEnum(
  "ImportRowOutcome",
  OUTCOMES,
  "What became of a row. LINE: a further line of the document that a row above made.",
);

/** What a row would do. */
export type RowClass = (typeof CLASSES)[number];

/** The result of a row. */
export type RowOutcome = (typeof OUTCOMES)[number];

/** A cell of the file. */
@ObjectType({ description: "A cell as the file has it." })
export class ImportCell {
  @Field(() => Int, { description: "The column, from 0." })
  column!: number;
  @Field(() => String, { description: "Its text." })
  value!: string;
}

/** A field that the row changes. */
@ObjectType({ description: "A field that the row changes." })
export class ImportChange {
  @Field(() => String, { description: "The field of the sheet, as columns name it." })
  field!: string;
  @Field(() => String, { nullable: true, description: "What the record has now." })
  old!: string | null;
  @Field(() => String, { nullable: true, description: "What the row says." })
  new!: string | null;
}

/** A record that an undecided row may match. */
@ObjectType({ description: "A record that an undecided row may mean." })
export class ImportCandidate {
  recordType!: SheetRecordType | null;
  @Field(() => ID, {
    description: "The record; of a payment, what `decideImportRows` takes to choose it.",
  })
  recordId!: string;
  /** What it is entered against, where candidates are proposals; the kind of record knows its form. */
  storedProposal!: unknown;
  @AtMost(20, 0.1)
  @Field(() => [ImportChange], { description: "What the row would change of it." })
  changes!: ImportChange[];
}

/** An issue of a row. */
@ObjectType({ description: "Something to know about a row." })
export class ImportIssue {
  @Field(() => Int, {
    nullable: true,
    description: "The column, from 0; null for the row as a whole.",
  })
  column!: number | null;
  @Field(() => String, { description: "A stable code." })
  code!: string;
  @Field(() => String, { description: "`error` keeps the row out, `warning` does not." })
  severity!: string;
  @Field(() => String, { description: "What is wrong and what to do, in the caller's language." })
  message!: string;
}

/** Column -> its old and its new value. */
export type StoredChanges = Record<string, [unknown, unknown]>;

/** A row of the file with its plan and its result. */
@ObjectType({ description: "A row of the file with what it would do and what became of it." })
export class ImportRow {
  importId!: string;

  /** The line, as the cursor of connections. */
  id!: string;

  @Field(() => Int, { description: "The row's number in its sheet, or its line in the text file." })
  line!: number;

  @Field(() => Int, { description: "The same as `line`." })
  number(): number {
    return this.line;
  }

  @Field(() => RowClassEnum, {
    nullable: true,
    description: "What it would do; null until it is checked.",
  })
  class!: RowClass | null;

  @Field(() => RowOutcomeEnum, {
    nullable: true,
    description: "What became of it; null until it ran.",
  })
  outcome!: RowOutcome | null;

  @Field(() => UndoVerdictEnum, {
    nullable: true,
    description:
      "What undoing did with its record; where the filter asks for it, also what it would do. Null where there is nothing to undo.",
  })
  undo!: UndoVerdict | null;

  cellTexts!: string[];
  storedIssues!: RowIssue[];
  storedChanges!: StoredChanges | null;
  storedCandidates!: { id: string; changes: StoredChanges | null; proposal?: unknown }[] | null;
  /** What it is entered against, as planned; null for kinds without proposals. */
  storedProposal!: unknown;

  @Field(() => RowDecisionEnum, {
    nullable: true,
    description:
      "What somebody decided; null where nothing was. A row that was decided to be left out is SKIPPED.",
  })
  decision!: RowDecision | null;

  @Field(() => ID, { nullable: true, description: "The record that it makes or changes." })
  recordId!: string | null;

  customerId!: string | null;

  @AtMost(50, 0.1)
  @Field(() => [ImportCell], { description: "Its cells." })
  cells(): ImportCell[] {
    return this.cellTexts.map((value, column) => ({ column, value }));
  }
}

/** A text to search in the cells of a row. */
@InputType({ description: "A text in the cells of a row." })
export class ImportCellFilter {
  @Allow("imports:read")
  @Field(() => String, { description: "The text; upper and lower case are different." })
  text!: string;

  @Allow("imports:read")
  @Field(() => Int, { nullable: true, description: "The column, from 0; any unless given." })
  column?: number | null;

  @Allow("imports:read")
  @Field(() => Boolean, {
    nullable: true,
    description: "Whether the cell has to say just that and nothing else.",
  })
  wholeCell?: boolean | null;
}

/** Filters for the rows of an import. */
@InputType({ description: "Which rows of an import." })
export class ImportRowFilter {
  @Allow("imports:read")
  @Field(() => [RowClassEnum], { nullable: true, description: "Any of these classes." })
  class?: RowClass[] | null;

  @Allow("imports:read")
  @Field(() => [RowOutcomeEnum], { nullable: true, description: "Any of these outcomes." })
  outcome?: RowOutcome[] | null;

  @Allow("imports:read")
  @Field(() => [String], {
    nullable: true,
    description:
      "With an issue of any of these codes; of what is left out, only looksLikeFooter counts.",
  })
  codes?: string[] | null;

  @Allow("imports:read")
  @Field(() => [Int], {
    nullable: true,
    description: "With an issue in any of these columns; with `codes`, one that is both.",
  })
  columns?: number[] | null;

  @Allow("imports:read")
  @Field(() => ImportCellFilter, { nullable: true, description: "With a cell that contains this." })
  cell?: ImportCellFilter | null;

  @Allow("imports:read")
  @Field(() => [UndoVerdictEnum], {
    nullable: true,
    description: "Whose record undoing would treat, or treated, in any of these ways.",
  })
  undo?: UndoVerdict[] | null;
}
