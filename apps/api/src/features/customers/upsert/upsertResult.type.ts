import { Field, ObjectType } from "type-graphql";
import type { Context } from "../../../platform/context.js";
import type { Issue } from "../../../platform/errors.js";
import { readerOf, translate } from "../../../platform/graph/messages.js";
import { registerEnum } from "../../../platform/types/enums.js";

/** What an upsert can do with an item. */
export const UPSERT_STATUSES = ["CREATED", "UPDATED", "UNCHANGED", "FAILED"] as const;

/** One of them. */
export type UpsertStatus = (typeof UPSERT_STATUSES)[number];

/** The same as a GraphQL enum. */
export const UpsertStatusEnum = registerEnum(
  "UpsertStatus",
  UPSERT_STATUSES,
  "What an upsert did with an item.",
);

/** Something that is wrong with an input. */
@ObjectType({ description: "Something that is wrong with an input." })
export class InputIssue {
  @Field(() => String, { description: "Where, such as address.country." })
  path!: string;

  @Field(() => String, { description: "What, as a stable code." })
  code!: string;

  @Field(() => String, { description: "The same in a sentence." })
  message!: string;
}

/** Issues with their messages in the language of the caller. */
export function translatedIssues(context: Context, issues: readonly Issue[]): InputIssue[] {
  const reader = readerOf(context);
  return issues.map(({ path, code, params }) => ({
    path,
    code,
    message: translate(reader, code, params),
  }));
}
