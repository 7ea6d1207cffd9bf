import { ArgsType, Field, ID, InputType } from "type-graphql";
import type { ListArgs } from "../../platform/lists/keyset.js";
import { Allow } from "../../platform/security/authorize.js";
import { PageArgs } from "../../platform/types/page.input.js";

/** Which notifications a list holds. */
@InputType({ description: "Which notifications a list holds; all conditions must hold." })
export class NotificationFilter {
  @Allow("signed-in")
  @Field(() => Boolean, { nullable: true, description: "Unread (true), or read (false)." })
  unread?: boolean | null;
}

/** The parameters of the list of notifications, the newest first. */
@ArgsType()
export class NotificationsArgs extends PageArgs implements ListArgs<NotificationFilter, "ID"> {
  @Field(() => NotificationFilter, { nullable: true, description: "Which; all unless given." })
  filter?: NotificationFilter | null;
}

/** Notifications to mark. */
@InputType({ description: "Notifications to mark as read, or as unread." })
export class MarkNotificationsInput {
  @Field(() => [ID], {
    nullable: true,
    description: "Which, 100 at the most; all of the caller's unless given.",
  })
  ids?: string[] | null;

  @Field(() => Boolean, { defaultValue: true, description: "Whether they are read from now on." })
  read!: boolean;
}

/** A customer to mute. */
@InputType({
  description: "A customer that the caller wants to hear nothing of, or to hear of again.",
})
export class MuteCustomerInput {
  @Field(() => ID, { description: "Which customer." })
  customerId!: string;

  @Field(() => Boolean, { defaultValue: true, description: "Whether it is muted from now on." })
  muted!: boolean;
}
