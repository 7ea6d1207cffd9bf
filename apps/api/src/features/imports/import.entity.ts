import type { SheetRecordType } from "@clientela/shared/sheetRegister";
import { MATCH_KEYS, type MatchKey } from "@clientela/shared/sheets/sheet";
import { Field, ID, Int, ObjectType } from "type-graphql";
import { Column, Entity, ForeignKey } from "typeorm";
import type { RecordAccess } from "../../platform/database/recordScope.js";
import { COLUMN_RULES } from "../../platform/sheets/importer.js";
import { registerEnum } from "../../platform/types/enums.js";
import { Node, StoredRecord } from "../../platform/types/record.js";
import { RecordTypeEnum } from "../../platform/types/recordType.js";
import { DateTimeScalar } from "../../platform/types/scalars.js";
import { User } from "../accounts/user.entity.js";
import { File } from "../files/file.entity.js";
import type { Inspection, SheetChoice } from "../spreadsheets/sheetChoice.js";
import { ImportKindEnum } from "./importKind.js";
import { ID_SOURCE_REASONS, type IdSourceReason } from "./matching/idSourceReason.js";
import type { Stale, StoredColumn, StoredProblem, StoredProblemSum } from "./storedImport.js";

/** The states of an import. */
export const IMPORT_STATUSES = [
  "READING",
  "MATCHING",
  "CHECKING",
  "READY",
  "RUNNING",
  "PAUSED",
  "DONE",
  "CANCELLED",
  "FAILED",
  "UNDOING",
  "UNDONE",
] as const;

/** One of the states. */
export type ImportStatus = (typeof IMPORT_STATUSES)[number];

/** The states as a GraphQL enum. */
export const ImportStatusEnum = registerEnum(
  "ImportStatus",
  IMPORT_STATUSES,
  "How far an import has come.",
);

/** How a row finds its record, as a GraphQL enum. */
export const MatchKeyEnum = registerEnum(
  "ImportMatchKey",
  MATCH_KEYS,
  "How a row finds the record that it updates.",
);

/** What a column may do, as a GraphQL enum. */
export const ColumnRuleEnum = registerEnum(
  "ImportColumnRule",
  COLUMN_RULES,
  "What a column may do to a field that has a value.",
);

/** How many rows of each class the plan has. */
@ObjectType({ description: "How many rows of each class the plan has." })
export class ImportCounts {
  @Field(() => Int, { description: "Rows of the file." })
  total!: number;
  @Field(() => Int, { description: "Rows that make a new record." })
  new!: number;
  @Field(() => Int, { description: "Rows that change a record." })
  update!: number;
  @Field(() => Int, { description: "Rows that say what is known already." })
  unchanged!: number;
  @Field(() => Int, { description: "Rows that repeat another row of the file." })
  duplicate!: number;
  @Field(() => Int, {
    description:
      "Rows that may mean a record that is known: somebody has to decide, with `decideImportRows`.",
  })
  undecided!: number;
  @Field(() => Int, { description: "Rows with a mistake." })
  error!: number;
  @Field(() => Int, { description: "Rows that a person skipped." })
  skipped!: number;
  @Field(() => Int, {
    description: "Rows that are further lines of documents that rows above make.",
  })
  lines!: number;
}

/** The results of the rows; the counts add up to the rows of the file. */
@ObjectType({ description: "What became of the rows; the counts sum up to the rows of the file." })
export class ImportResult {
  @Field(() => Int, { description: "Records made." })
  created!: number;
  @Field(() => Int, { description: "Records changed." })
  updated!: number;
  @Field(() => Int, { description: "Rows that had nothing to change." })
  unchanged!: number;
  @Field(() => Int, {
    description:
      "Rows left out: by a person, as duplicates, as their record changed since the plan, or after a cancel.",
  })
  skipped!: number;
  @Field(() => Int, { description: "Rows with a mistake." })
  failed!: number;
  @Field(() => Int, {
    description: "Rows that are further lines of documents that rows above made.",
  })
  lines!: number;
}

const IdSourceReasonEnum = registerEnum(
  "ImportIdSourceReason",
  ID_SOURCE_REASONS,
  "How the source of ids is known: somebody chose it, the header of the ids or the file's name says it, or somebody chose it for the last file with these headers.",
);

const NOTHING_COUNTED = { error: 0, duplicate: 0, undecided: 0, skipped: 0 };

/** An import job: the rows of a file and what becomes of them. */
@Entity("imports")
@ObjectType({ implements: Node, description: "Rows of a file on their way into records." })
export class Import extends StoredRecord {
  @Field(() => RecordTypeEnum, { description: "The type of record that its rows are." })
  @Column("text")
  recordType!: SheetRecordType;

  @Field(() => ImportKindEnum, {
    description: "The type of record that its rows are, in the plural.",
    deprecationReason: "Use `recordType`.",
  })
  kind(): SheetRecordType {
    return this.recordType;
  }

  @Field(() => ImportStatusEnum, { description: "How far it has come." })
  @Column("text")
  status!: ImportStatus;

  @Field(() => ID, { description: "The uploaded file." })
  @ForeignKey(() => File)
  @Column("uuid")
  fileId!: string;

  @Field(() => String, { description: "The file's name." })
  @Column("text")
  fileName!: string;

  @ForeignKey(() => User)
  @Column("uuid", { nullable: true })
  userId!: string | null;

  /** The person among whose records its rows are matched. */
  @Column("text")
  recordAccess!: RecordAccess;

  @Column("jsonb")
  choice!: SheetChoice;

  @Column("jsonb", { nullable: true })
  inspection!: Inspection | null;

  @Column("jsonb")
  columns!: StoredColumn[];

  @Field(() => MatchKeyEnum, { description: "How a row finds the record that it updates." })
  @Column("text")
  matchKey!: MatchKey;

  @Field(() => String, {
    nullable: true,
    description:
      "The system that the ids in the file come from; null where there are none, or where somebody has to say it (`problemCode` idSourceRequired).",
  })
  @Column("text", { nullable: true })
  idSource!: string | null;

  @Field(() => IdSourceReasonEnum, { nullable: true, description: "How `idSource` is known." })
  @Column("text", { nullable: true })
  idSourceReason!: IdSourceReason | null;

  /** The check that may stage rows now; a later one replaces it. */
  @Column("uuid", { nullable: true })
  checkId!: string | null;

  /** What a check has to repeat; null once it is READY. */
  @Column("text", { nullable: true })
  stale!: Stale | null;

  /** Rows that changed since the plan; null where all have to be planned. */
  @Column("integer", { array: true, nullable: true })
  touched!: number[] | null;

  @Column("jsonb", { nullable: true })
  problems!: StoredProblemSum[] | null;

  @Column("integer")
  appliedLine!: number;

  @Column("integer")
  undoneLine!: number;

  @ForeignKey(() => User)
  @Column("uuid", { nullable: true })
  undoneById!: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "When it ended; it can be undone for 30 days from then on.",
  })
  @Column("timestamptz", { nullable: true })
  finishedAt!: Date | null;

  @Column("jsonb", { nullable: true })
  problem!: StoredProblem | null;

  @Column("jsonb", { nullable: true })
  counts!: ImportCounts | null;

  @Field(() => ImportResult, {
    nullable: true,
    description: "What became of the rows, once it has ended.",
  })
  @Column("jsonb", { nullable: true })
  result!: ImportResult | null;

  @Column("integer")
  done!: number;

  @Column("integer")
  total!: number;

  @Column("timestamptz", { nullable: true })
  phaseStartedAt!: Date | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Where the rows that were not imported, except those that a person skipped, can be downloaded, to be corrected and uploaded again.",
  })
  errorFileUrl(): string | null {
    const planned = this.counts ?? NOTHING_COUNTED;
    const { failed, skipped } = this.result ?? { failed: 0, skipped: 0 };
    // Rows can fail after planning; those that a cancelled import did not reach are no failures.
    const failedLate = this.status === "DONE" && failed + skipped > planned.skipped;
    return planned.error + planned.duplicate + planned.undecided > 0 || failedLate
      ? `/imports/${this.id}/errors.xlsx`
      : null;
  }
}
