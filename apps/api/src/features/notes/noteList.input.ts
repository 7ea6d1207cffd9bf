import { ArgsType, Field, InputType } from "type-graphql";
import type { ListArgs, SortOrder } from "../../platform/lists/keyset.js";
import { Allow } from "../../platform/security/authorize.js";
import { registerOrder } from "../../platform/types/orders.js";
import { OrderDirection, PageArgs } from "../../platform/types/page.input.js";

const FIELDS = {
  CREATED_AT: "activity:read",
  UPDATED_AT: "activity:read",
} as const;

/** What notes can be sorted by. */
export type NoteOrderField = keyof typeof FIELDS;

const NoteOrderFieldEnum = registerOrder("NoteOrderField", FIELDS, "What notes can be sorted by.");

/** Which notes a list holds; all conditions must hold. */
@InputType({ description: "Which notes a list holds; all conditions must hold." })
export class NoteFilter {
  @Allow("activity:read")
  @Field(() => Boolean, { nullable: true, description: "Pinned (true), or not (false)." })
  pinned?: boolean | null;

  @Allow("activity:read")
  @Field(() => String, { nullable: true, description: "The text contains this." })
  search?: string | null;
}

/** How notes are sorted. */
@InputType({ description: "How notes are sorted." })
export class NoteOrder implements SortOrder<NoteOrderField> {
  @Field(() => NoteOrderFieldEnum, { description: "By what." })
  field!: NoteOrderField;

  @Field(() => OrderDirection, {
    defaultValue: OrderDirection.ASC,
    description: "Which end comes first.",
  })
  direction!: OrderDirection;
}

/** The parameters of a list of notes. */
@ArgsType()
export class NotesArgs extends PageArgs implements ListArgs<NoteFilter, NoteOrderField> {
  @Field(() => NoteFilter, { nullable: true, description: "Which notes; all unless given." })
  filter?: NoteFilter | null;

  @Field(() => NoteOrder, { nullable: true, description: "The newest first unless given." })
  orderBy?: NoteOrder | null;
}
