import { columnOf } from "@clientela/shared/sheets/sheet";
import { choiceFromText } from "@clientela/shared/sheets/sheetValues";
import { foldText } from "@clientela/shared/values/foldText";
import { Ctx, Field, FieldResolver, Int, ObjectType, Resolver, Root } from "type-graphql";
import type { Context } from "../../../platform/context.js";
import { AtMost } from "../../../platform/graph/cost/listSize.js";
import { Allow, MayForbid } from "../../../platform/security/authorize.js";
import { registerEnum } from "../../../platform/types/enums.js";
import { ColumnRuleEnum } from "../import.entity.js";
import { demandCells } from "../importAccess.js";
import {
  DateOrderEnum,
  DecimalMarkEnum,
  type ImportDateOrder,
  type ImportDecimalMark,
  shownConventions,
} from "../parsing/conventions.js";
import type { ColumnReason, StoredColumn } from "../storedImport.js";

const STATUSES = ["IMPORTED", "CHECK", "NOT_IMPORTED"] as const;
type ColumnStatus = (typeof STATUSES)[number];

/** Whether a column is imported, as a GraphQL enum. */
export const ColumnStatusEnum = registerEnum(
  "ImportColumnStatus",
  STATUSES,
  "Whether a column is imported. CHECK: it may mean `suggestion`; it is not imported until that is confirmed by `updateImport`.",
);

const REASONS = {
  header: "HEADER",
  similarHeader: "SIMILAR_HEADER",
  values: "VALUES",
  remembered: "REMEMBERED",
  chosen: "CHOSEN",
  contradicted: "CONTRADICTED",
  vagueHeader: "VAGUE_HEADER",
  valuesOnly: "VALUES_ONLY",
  notAKey: "NOT_A_KEY",
  empty: "EMPTY",
  unknownHeader: "UNKNOWN_HEADER",
  fieldTaken: "FIELD_TAKEN",
  exportOnly: "EXPORT_ONLY",
  otherRecord: "OTHER_RECORD",
  leftOut: "SKIPPED",
} as const satisfies Record<ColumnReason, string>;
type ShownReason = (typeof REASONS)[ColumnReason];

/** The reason, as a GraphQL enum. */
export const ColumnReasonEnum = registerEnum(
  "ImportColumnReason",
  Object.values(REASONS),
  "Why a column is imported (HEADER: it is called so; SIMILAR_HEADER; VALUES: they confirm a header of several meanings; REMEMBERED from the last file with these headers; CHOSEN), is to be checked (CONTRADICTED: most values do not look like it; VAGUE_HEADER; VALUES_ONLY: the header does not say so; NOT_A_KEY: it says the same in most rows), or is not imported (EMPTY; UNKNOWN_HEADER; FIELD_TAKEN by another column; EXPORT_ONLY; OTHER_RECORD: it describes a delivery address or a contact; SKIPPED by a person or program).",
);

/** A value of a column whose field takes one of a list of choices. */
@ObjectType({ description: "A value of a column whose field takes one of a list." })
export class ImportColumnValue {
  @Field(() => String, { description: "The value, as the file has it." })
  value!: string;
  @Field(() => Int, { description: "In how many rows." })
  rows!: number;
  @Field(() => String, {
    nullable: true,
    description: "The field's value that it is mapped to; null where it is mapped to none.",
  })
  mappedTo!: string | null;
  @Field(() => Boolean, { description: "Whether a person or program said so." })
  isChosen!: boolean;
}

/** A column of the file and the field that it goes to. */
@ObjectType({ description: "A column of the file and where it goes." })
export class ImportColumn {
  /** The record type of the import's rows. */
  recordType!: string;
  samples!: string[];
  stored!: StoredColumn;

  @Field(() => Int, { description: "The column, from 0." })
  index!: number;
  @Field(() => String, { description: "Its header." })
  header!: string;
  @Field(() => Int, { description: "Its cells that are not blank." })
  filledRows!: number;
  @Field(() => ColumnStatusEnum, { description: "Whether it is imported." })
  status!: ColumnStatus;
  @Field(() => ColumnReasonEnum, { description: "Why." })
  reason!: ShownReason;
  @Field(() => String, { nullable: true, description: "The field it goes to; null leaves it out." })
  field!: string | null;
  @Field(() => Boolean, {
    description:
      "Whether the field is taken from it only where the columns that it is taken from are blank.",
  })
  fallback!: boolean;
  @Field(() => String, {
    nullable: true,
    description: "The field that it may mean; nothing goes there until that is confirmed.",
  })
  suggestion!: string | null;
  @Field(() => String, {
    nullable: true,
    description: "How sure `field` or `suggestion` is: `exact`, `likely` or `check`.",
  })
  confidence!: string | null;
  @Field(() => ColumnRuleEnum, { description: "What it may do to a field that has a value." })
  rule!: StoredColumn["rule"];
  @Field(() => DateOrderEnum, {
    nullable: true,
    description: "How its dates are written; null where none of them can be read both ways.",
  })
  dateOrder!: ImportDateOrder | null;
  @Field(() => DecimalMarkEnum, {
    nullable: true,
    description: "How its numbers are written; null where none of them can be read both ways.",
  })
  decimalMark!: ImportDecimalMark | null;
}

function statusOf({ field, suggestion }: StoredColumn): ColumnStatus {
  if (field !== null) return "IMPORTED";
  return suggestion === null ? "NOT_IMPORTED" : "CHECK";
}

/** A column as the API returns it. */
export function shownColumn(recordType: string, stored: StoredColumn): ImportColumn {
  const { index, header, samples, filled, field, place, suggestion, confidence, rule } = stored;
  return {
    recordType,
    stored,
    index,
    header,
    samples,
    field,
    suggestion,
    confidence,
    rule,
    filledRows: filled,
    status: statusOf(stored),
    reason: REASONS[stored.reason],
    fallback: field !== null && place > 0,
    ...shownConventions(stored),
  };
}

/** What a column shows of its cells. */
@Resolver(() => ImportColumn)
export class ImportColumnEdges {
  @MayForbid()
  @Allow("imports:read")
  @FieldResolver(() => [String], {
    description:
      "Up to three values from below it; for those who may see records of the import's kind.",
  })
  samples(@Root() { recordType, samples }: ImportColumn, @Ctx() context: Context): string[] {
    demandCells(context, recordType);
    return samples;
  }

  @AtMost(50, 0.1)
  @MayForbid()
  @Allow("imports:read")
  @FieldResolver(() => [ImportColumnValue], {
    description:
      "Its values and what they mean, where `field` or `suggestion` takes one of a list and they are few (up to 40); for those who may see records of the import's kind.",
  })
  values(
    @Root() { recordType, stored }: ImportColumn,
    @Ctx() context: Context,
  ): ImportColumnValue[] {
    demandCells(context, recordType);
    const target = stored.field ?? stored.suggestion;
    const sheet = context.app.registry.importers.get(recordType)?.sheet;
    const column = sheet && target !== null ? columnOf(sheet, target) : undefined;
    if (!column?.choices) return [];
    return stored.values.map(({ text, rows }) => {
      const chosen = stored.meanings[foldText(text)];
      const mappedTo = chosen === undefined ? choiceFromText(column, text) : chosen;
      return { value: text, rows, mappedTo, isChosen: chosen !== undefined };
    });
  }
}
