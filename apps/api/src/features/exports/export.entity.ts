import type { Permission } from "@clientela/shared/records/roles";
import type { SheetRecordType } from "@clientela/shared/sheetRegister";
import { todayIn } from "@clientela/shared/values/dates";
import { Ctx, Field, Int, ObjectType } from "type-graphql";
import { Column, Entity, ForeignKey } from "typeorm";
import type { Context } from "../../platform/context.js";
import type { RecordAccess } from "../../platform/database/recordScope.js";
import { registerEnum } from "../../platform/types/enums.js";
import { Node, StoredRecord } from "../../platform/types/record.js";
import { RecordTypeEnum } from "../../platform/types/recordType.js";
import { JsonScalar } from "../../platform/types/scalars.js";
import { User } from "../accounts/user.entity.js";

/** The formats of exports. */
export const EXPORT_FORMATS = ["XLSX", "CSV", "CSV_EXCEL_PT", "JSONL"] as const;

/** One of the formats. */
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** The formats as a GraphQL enum. */
export const ExportFormatEnum = registerEnum(
  "ExportFormat",
  EXPORT_FORMATS,
  "What an export is written as; CSV_EXCEL_PT is what Excel in Portuguese opens.",
);

/** The states of an export. */
export const EXPORT_STATUSES = ["RUNNING", "DONE", "FAILED"] as const;

/** The states as a GraphQL enum. */
export const ExportStatusEnum = registerEnum(
  "ExportStatus",
  EXPORT_STATUSES,
  "How far an export has come.",
);

/** Which records an export has, and the language of its headers, as stored. */
interface ExportQuestion {
  search?: string | null;
  filter?: object | null;
  orderBy?: object | null;
  includeArchived?: boolean | null;
  language?: string;
}

/** An export job and its file. */
@Entity("exports")
@ObjectType({ implements: Node, description: "Records on their way into a file." })
export class Export extends StoredRecord {
  @Field(() => RecordTypeEnum, { description: "The type of record that its rows are." })
  @Column("text")
  recordType!: SheetRecordType;

  @Field(() => ExportFormatEnum, { description: "What it is written as." })
  @Column("text")
  format!: ExportFormat;

  @Field(() => ExportStatusEnum, { description: "How far it has come." })
  @Column("text")
  status!: (typeof EXPORT_STATUSES)[number];

  @ForeignKey(() => User)
  @Column("uuid", { nullable: true })
  userId!: string | null;

  /** The person whose records it exports. */
  @Column("text")
  recordAccess!: RecordAccess;

  @Column("jsonb")
  question!: ExportQuestion;

  /** The permissions that it took to request it, and takes to see it. */
  @Column("text", { array: true })
  needs!: Permission[];

  @Field(() => String, { nullable: true, description: "The search that chose its rows." })
  search(): string | null {
    return this.question.search ?? null;
  }

  @Field(() => JsonScalar, {
    nullable: true,
    description: "The filter that chose its rows, as the list of customers takes it.",
  })
  filter(): object | null {
    return this.question.filter ?? null;
  }

  @Field(() => Boolean, {
    description: "Whether archived records are in it where the filter says nothing of the status.",
  })
  includeArchived(): boolean {
    return this.question.includeArchived ?? false;
  }

  @Field(() => [String], { description: "Its columns, by field." })
  @Column("text", { array: true })
  columns!: string[];

  @Field(() => Int, { description: "Rows written; all of them once it is DONE." })
  @Column("integer")
  rows!: number;

  @Field(() => String, { nullable: true, description: "The SHA-256 of the file, once it is DONE." })
  @Column("text", { nullable: true })
  sha256!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Where it can be downloaded, once it is DONE.",
  })
  url(): string | null {
    return this.status === "DONE" ? `/exports/${this.id}` : null;
  }

  @Field(() => String, {
    description: "The name of the file, with the day in the organisation's time zone.",
  })
  fileName(@Ctx() { organisation }: Pick<Context, "organisation">): string {
    const day = todayIn(organisation.timeZone, this.createdAt);
    const ending = { XLSX: "xlsx", CSV: "csv", CSV_EXCEL_PT: "csv", JSONL: "jsonl" }[this.format];
    return `${this.recordType.toLowerCase()}s-${day}.${ending}`;
  }
}
