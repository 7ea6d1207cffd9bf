import { Field, ObjectType } from "type-graphql";
import { User } from "../user.entity.js";

/** A changed user. */
@ObjectType({ description: "The user as it is after the change." })
export class UserPayload {
  @Field(() => User, { description: "The changed record." })
  user!: User;
}
