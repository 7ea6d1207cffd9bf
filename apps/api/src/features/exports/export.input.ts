import type { RecordTypeValue } from "@clientela/shared/records/recordActions";
import type { SheetRecordType } from "@clientela/shared/sheetRegister";
import { Field, InputType } from "type-graphql";
import { Allow } from "../../platform/security/authorize.js";
import { RecordTypeEnum } from "../../platform/types/recordType.js";
import { CustomerFilter } from "../customers/list/customerFilter.js";
import { CustomerOrder } from "../customers/list/customerOrder.js";
import { ImportKindEnum } from "../imports/importKind.js";
import { type ExportFormat, ExportFormatEnum } from "./export.entity.js";

/** Which records to export. */
@InputType({ description: "Which records an export would have." })
export class CountExportInput {
  @Allow("exports:write")
  @Field(() => RecordTypeEnum, {
    nullable: true,
    description:
      "The type of record that its rows are: CUSTOMER, CONTACT, PROJECT, ORDER or INVOICE. Required.",
  })
  recordType?: RecordTypeValue | null;

  @Allow("customers:read")
  @Field(() => String, { nullable: true, description: "The search of the list." })
  search?: string | null;

  @Allow("customers:read")
  @Field(() => CustomerFilter, {
    nullable: true,
    description: "The filter of the list of customers; of other kinds, whose records to export.",
  })
  filter?: CustomerFilter | null;

  @Allow("exports:write")
  @Field(() => Boolean, {
    nullable: true,
    description: "Archived records too, where the filter says nothing of the status.",
  })
  includeArchived?: boolean | null;
}

/** What to export. */
@InputType({ description: "What to export." })
export class CreateExportInput extends CountExportInput {
  @Field(() => ImportKindEnum, {
    nullable: true,
    description: "The same, in the plural.",
    deprecationReason: "Use `recordType`.",
  })
  kind?: SheetRecordType | null;

  @Field(() => ExportFormatEnum, { description: "What it is written as." })
  format!: ExportFormat;

  @Field(() => CustomerOrder, { nullable: true, description: "The order of the list." })
  orderBy?: CustomerOrder | null;

  @Field(() => [String], {
    nullable: true,
    description:
      "The columns, by field; all of them unless given. `externalIds` is one column for each other system that ids come from (up to 50, those of the rest in one), `externalIds.billing` that of one system.",
  })
  columns?: string[] | null;
}
