import { Field, ID, InputType, Int } from "type-graphql";
import type { ColumnRule, MatchKey } from "../../platform/importer.js";
import { ColumnRuleEnum, ImportKindEnum, MatchKeyEnum } from "./import.entity.js";

/** A new import. */
@InputType({
  description: "A new import; it is read, matched and checked by itself as far as that goes.",
})
export class CreateImportInput {
  @Field(() => ID, { description: "A file that was uploaded without a customer." })
  fileId!: string;

  @Field(() => ImportKindEnum, { description: "What its rows are." })
  kind!: string;
}

/** Where a column of the file goes. */
@InputType({ description: "Where a column of the file goes." })
export class ImportColumnInput {
  @Field(() => Int, { description: "The column, from 0." })
  index!: number;

  @Field(() => String, { nullable: true, description: "The field; null leaves the column out." })
  field?: string | null;

  @Field(() => ColumnRuleEnum, { nullable: true, description: "OVERWRITE unless given." })
  rule?: ColumnRule | null;
}

/** What to change about an import that has not run; it is checked anew. */
@InputType({ description: "What to change about an import that has not run; it is checked anew." })
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

  @Field(() => String, { nullable: true, description: "The encoding of a text file." })
  encoding?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The character between the values of a text file.",
  })
  delimiter?: string | null;
}

/** Names an import. */
@InputType({ description: "Names an import." })
export class ImportIdInput {
  @Field(() => ID, { description: "Which import." })
  id!: string;
}
