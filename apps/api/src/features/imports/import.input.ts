import type { RecordTypeValue } from "@clientela/shared/records/recordActions";
import type { SheetRecordType } from "@clientela/shared/sheetRegister";
import type { MatchKey } from "@clientela/shared/sheets/sheet";
import { Field, ID, InputType, Int } from "type-graphql";
import type { ColumnRule } from "../../platform/sheets/importer.js";
import { RecordTypeEnum } from "../../platform/types/recordType.js";
import { ColumnRuleEnum, MatchKeyEnum } from "./import.entity.js";
import { ImportKindEnum } from "./importKind.js";
import {
  DateOrderEnum,
  DecimalMarkEnum,
  type ImportDateOrder,
  type ImportDecimalMark,
} from "./parsing/conventions.js";
import { ImportRowFilter, type RowDecision, RowDecisionEnum } from "./review/importRow.type.js";

/** A new import. */
@InputType({
  description: "A new import; it is read, matched and checked by itself as far as that goes.",
})
export class CreateImportInput {
  @Field(() => ID, { description: "A file that was uploaded without a customer." })
  fileId!: string;

  @Field(() => RecordTypeEnum, {
    nullable: true,
    description:
      "The type of record that its rows are: CUSTOMER, CONTACT, PROJECT, ORDER or INVOICE. Required.",
  })
  recordType?: RecordTypeValue | null;

  @Field(() => ImportKindEnum, {
    nullable: true,
    description: "The same, in the plural.",
    deprecationReason: "Use `recordType`.",
  })
  kind?: SheetRecordType | null;

  @Field(() => String, {
    nullable: true,
    description:
      "The system that the ids in the file come from, such as hubspot. Unless given, it is what the header of the ids or the file's name says, or what was chosen for the last file with these headers.",
  })
  idSource?: string | null;
}

/** What a value of a column means. */
@InputType({
  description:
    "The field's value that a value of a column is mapped to, where the field takes one of a list.",
})
export class ImportColumnValueInput {
  @Field(() => String, {
    description: "The value, as the file has it; case and accents are alike.",
  })
  value!: string;

  @Field(() => String, {
    nullable: true,
    description: "One of the field's values; null leaves the cells that say this blank.",
  })
  mappedTo?: string | null;
}

/** Which field a column of the file goes to. */
@InputType({ description: "Where a column of the file goes." })
export class ImportColumnInput {
  @Field(() => Int, { description: "The column, from 0." })
  index!: number;

  @Field(() => String, {
    nullable: true,
    description:
      "The field: a suggested one is confirmed by it, and null leaves the column out. `externalIds.` with the name of another system, such as `externalIds.billing`, is for ids there. Stays as it is unless given.",
  })
  field?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "Whether `field` is taken from it only where the columns that it is taken from are blank; what it says besides is told of as a warning. For fields that several columns can go to.",
  })
  fallback?: boolean | null;

  @Field(() => [ImportColumnValueInput], {
    nullable: true,
    description: "What values of it mean; those that are not named stay as they are.",
  })
  values?: ImportColumnValueInput[] | null;

  @Field(() => ColumnRuleEnum, { nullable: true, description: "OVERWRITE unless given." })
  rule?: ColumnRule | null;

  @Field(() => DateOrderEnum, {
    nullable: true,
    description:
      "How its dates are written, where `problemCode` is chooseDateOrder or another order was found.",
  })
  dateOrder?: ImportDateOrder | null;

  @Field(() => DecimalMarkEnum, {
    nullable: true,
    description:
      "How its numbers are written, where `problemCode` is chooseDecimalMark or another mark was found.",
  })
  decimalMark?: ImportDecimalMark | null;
}

/** Changes to an import that has not run; it is checked again. */
@InputType({
  description:
    "What to change about an import that has not run; it is checked anew, also where reading it failed.",
})
export class UpdateImportInput {
  @Field(() => ID, { description: "Which import." })
  id!: string;

  @Field(() => String, { nullable: true, description: "Another sheet of the workbook." })
  sheet?: string | null;

  @Field(() => Int, { nullable: true, description: "The line of the header." })
  headerRow?: number | null;

  @Field(() => [ImportColumnInput], {
    nullable: true,
    description: "Columns that go elsewhere than was found.",
  })
  columns?: ImportColumnInput[] | null;

  @Field(() => MatchKeyEnum, {
    nullable: true,
    description: "How a row finds the record that it updates.",
  })
  matchKey?: MatchKey | null;

  @Field(() => String, {
    nullable: true,
    description:
      "The system that the ids in the file come from, such as hubspot. Null lets it be found out again: what the header of the ids or the file's name says, or what was chosen for the last file with these headers.",
  })
  idSource?: string | null;

  @Field(() => String, { nullable: true, description: "The encoding of a text file." })
  encoding?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The character between the values of a text file.",
  })
  delimiter?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'How a text file writes a quote inside of a quoted text: "double" (twice), "backslash" (with a backslash before it), or "none" where quotes are characters like others.',
  })
  quoting?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "The answer where `problemCode` is replacementCharacter or encodedTwice: read on as it is.",
  })
  acceptReplacement?: boolean | null;
}

/** Identifies an import. */
@InputType({ description: "Names an import." })
export class ImportIdInput {
  @Field(() => ID, { description: "Which import." })
  id!: string;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "For `runImport`: whether to skip rows that are undecided. Otherwise an import that has some is refused (`import_undecided`).",
  })
  skipUndecided?: boolean | null;
}

/** A cell to correct. */
@InputType({ description: "A cell to be fixed; the import is checked anew." })
export class FixImportCellsInput {
  @Field(() => ID, { description: "Which import." })
  id!: string;

  @Field(() => Int, { description: "The row's line." })
  line!: number;

  @Field(() => Int, { description: "The column, from 0." })
  column!: number;

  @Field(() => String, { description: "What the cell is to say." })
  value!: string;

  @Field(() => Boolean, {
    nullable: true,
    description: "Whether all cells of the column that say the same are fixed too.",
  })
  allMatching?: boolean | null;
}

/** Rows of an import, by line or by filter. */
@InputType({
  description:
    "Rows of an import: those on these lines, those that a filter fits, or who are both.",
})
export class ImportRowsInput {
  @Field(() => ID, { description: "Which import." })
  id!: string;

  @Field(() => [Int], { nullable: true, description: "Their lines, up to 10,000." })
  lines?: number[] | null;

  @Field(() => ImportRowFilter, { nullable: true, description: "Which rows; `{}` is all of them." })
  filter?: ImportRowFilter | null;
}

/** A decision about undecided rows. */
@InputType({
  description:
    "What becomes of undecided rows: those on these lines, those that a filter fits, or those that are both. Other rows stay as they are.",
})
export class DecideImportRowsInput extends ImportRowsInput {
  @Field(() => RowDecisionEnum, {
    nullable: true,
    description: "What becomes of them; null takes decisions back.",
  })
  decision?: RowDecision | null;

  @Field(() => ID, {
    nullable: true,
    description:
      "With UPDATE: which of the candidates. Without it, rows that have one candidate update that, and others stay undecided.",
  })
  recordId?: string | null;
}

/** A text to replace in the cells of an import. */
@InputType({ description: "A text to be replaced in cells; the import is checked anew." })
export class ReplaceInImportInput {
  @Field(() => ID, { description: "Which import." })
  id!: string;

  @Field(() => String, { description: "What to look for; upper and lower case are different." })
  find!: string;

  @Field(() => String, { description: "What to write instead; may be empty." })
  replace!: string;

  @Field(() => Int, {
    nullable: true,
    description: "The column, from 0; all of them unless given.",
  })
  column?: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Whether the cell has to say just that and nothing else.",
  })
  wholeCell?: boolean | null;
}
