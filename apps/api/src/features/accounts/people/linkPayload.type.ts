import { Field, ObjectType } from "type-graphql";
import { User } from "../user.entity.js";
import type { UserWithLink } from "./accountLink.js";

/** A user, and the link with which the person chooses a password. */
@ObjectType({ description: "A user, and the link with which the person chooses a password." })
export class LinkPayload {
  @Field(() => User, { description: "Whom the link is for." })
  user!: User;

  @Field(() => String, {
    description: "A path of the app; it works once, for a week, and is shown only here.",
  })
  path!: string;
}

/** The payload of a new link. */
export const withPath = ({ user, token }: UserWithLink): LinkPayload => ({
  user,
  path: `/join?token=${token}`,
});
