import { Field, ObjectType } from "type-graphql";
import { Column, Entity, ForeignKey } from "typeorm";
import { Node, StoredRecord } from "../../platform/types/record.js";
import { User } from "../accounts/user.entity.js";

/** Search, filters and sort of the list of customers, saved under a name. */
@Entity("saved_views")
@ObjectType({
  implements: Node,
  description: "Search, filters and sort of the list of customers, saved under a name.",
})
export class SavedView extends StoredRecord {
  @ForeignKey(() => User)
  @Column("uuid")
  ownerId!: string;

  @Field(() => String, { description: "What its tab says." })
  @Column("text")
  name!: string;

  @Field(() => String, {
    description:
      "Search, filters, sorting and columns as the URL of the list has them: `status=LEAD&sort=-created`.",
  })
  @Column("text")
  query!: string;

  @Field(() => Boolean, { description: "Whether everyone has it, or its owner alone." })
  @Column("boolean")
  shared!: boolean;
}
