import { Field, ObjectType } from "type-graphql";
import { registerEnum } from "../../../platform/types/enums.js";
import { DateTimeScalar } from "../../../platform/types/scalars.js";

/** What can have become of an invitation. */
export const INVITATION_STATUSES = ["PENDING", "ACCEPTED", "EXPIRED", "REVOKED"] as const;

const InvitationStatusEnum = registerEnum(
  "InvitationStatus",
  INVITATION_STATUSES,
  "What became of an invitation: PENDING, its link works; ACCEPTED, the person has joined; EXPIRED, the link ran out; REVOKED, it was withdrawn.",
);

/** How a person was invited. */
@ObjectType({ description: "How a person was invited, and what became of it." })
export class Invitation {
  userId!: string;

  sentById!: string | null;

  @Field(() => InvitationStatusEnum, { description: "What became of it." })
  status!: (typeof INVITATION_STATUSES)[number];

  @Field(() => DateTimeScalar, { description: "When its link was created; the last one counts." })
  sentAt!: Date;

  @Field(() => DateTimeScalar, { description: "When its link stops working: 7 days after." })
  expiresAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: "When the person joined." })
  acceptedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was revoked." })
  revokedAt!: Date | null;
}
