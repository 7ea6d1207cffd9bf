import sql, { join, raw, type Sql } from "sql-template-tag";
import { type ClassType, Field, InputType } from "type-graphql";
import { z } from "zod";
import { tableOf } from "../../database/columns.js";
import type { ReadContext } from "../../readContext.js";
import type { FilterField } from "./filterField.js";

/** Records that others are filtered by, which belong to them. */
export interface RelatedRecords<Filter> {
  type: new () => object;
  input: ClassType<Filter & object>;
  /** The conditions of a filter on its rows `r`; nothing is read of those that lists leave out. */
  where: (filter: Filter | null | undefined, reading: ReadContext, path: string) => readonly Sql[];
  /** The column of `r` that says which record it belongs to. */
  owner: string;
  description: string;
}

const relatedSchema = z.object({
  some: z.looseObject({}).nullish(),
  none: z.looseObject({}).nullish(),
});

/** An input with the conditions that some or none of the related records hold. */
function relatedInput({
  type,
  input,
}: Pick<RelatedRecords<object>, "type" | "input">): ClassType<object> {
  @InputType(`Related${type.name}Filter`, {
    description: `Which ${type.name} records belong to it. All must hold.`,
  })
  class RelatedFilter {
    @Field(() => input, { nullable: true, description: "At least one holds all of this." })
    some?: object | null;

    @Field(() => input, { nullable: true, description: "None holds all of this." })
    none?: object | null;
  }
  return RelatedFilter;
}

/**
 * A field that finds records by those that belong to them. Their alias is `r` as well, which is another row within; where
 * the caller sees some records alone, so it is there, as their table is limited like any other.
 */
export function relatedFilter<Filter>(related: RelatedRecords<Filter>): FilterField {
  const { type, where, owner, description } = related;
  const input = relatedInput(related);
  const table = raw(`"${tableOf(type)}"`);
  return {
    type: () => input,
    description,
    conditions: (value, reading, path) => {
      const given = relatedSchema.parse(value);
      const owners = (part: "some" | "none") => {
        const conditions = where(given[part] as Filter, reading, `${path}.${part}`);
        return sql`r.id IN (SELECT r.${raw(`"${owner}"`)} FROM ${table} r WHERE ${join(conditions, " AND ")})`;
      };
      return [
        ...(given.some ? [owners("some")] : []),
        ...(given.none ? [sql`(${owners("none")}) IS NOT TRUE`] : []),
      ];
    },
  };
}
