import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../../platform/context.js";
import { DependsOn } from "../../platform/performance/lookAhead.js";
import { Allow, allows } from "../../platform/security/authorize.js";
import { Node } from "../../platform/types/record.js";
import { User } from "../accounts/user.entity.js";
import { userById } from "../accounts/user.loaders.js";
import { Customer } from "../customers/customer.entity.js";
import { Notification } from "./notification.entity.js";
import { isMuted } from "./notification.service.js";

/** What a notification is about, and who caused it. */
@Resolver(() => Notification)
export class NotificationEdges {
  @DependsOn<Notification>("recordType", "recordId")
  @Allow("signed-in")
  @FieldResolver(() => Node, {
    nullable: true,
    description: "The record that it is about; null where the caller may not read it.",
  })
  record(@Root() { recordType, recordId }: Notification, @Ctx() context: Context) {
    const kind = context.app.registry.recordTypes.get(recordType);
    const readable = kind && allows(context.actor, [kind.permission]);
    return readable ? context.loadForViewer(kind.byId, recordId) : null;
  }

  @DependsOn<Notification>("causedById")
  @Allow("signed-in")
  @FieldResolver(() => User, {
    nullable: true,
    description: "The colleague who caused it; null where a program or nobody else did.",
  })
  actor(
    @Root() { causedById }: Notification,
    @Ctx() context: Context,
  ): Promise<User | null> | null {
    return causedById === null ? null : context.load(userById, causedById);
  }
}

/** From a customer to whether it is muted. */
@Resolver(() => Customer)
export class CustomerMute {
  @DependsOn()
  @Allow("customers:read")
  @FieldResolver(() => Boolean, {
    description: "Whether the caller hears nothing of it in their notifications.",
  })
  viewerMuted(@Root() customer: Customer, @Ctx() context: Context): Promise<boolean> {
    return context.loadForViewer(isMuted, customer.id);
  }
}
