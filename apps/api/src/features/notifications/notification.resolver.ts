import {
  Arg,
  Args,
  Ctx,
  Field,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
  Subscription,
} from "type-graphql";
import type { Context } from "../../platform/context.js";
import type { DomainEvent } from "../../platform/database/domainEvent.js";
import { NotFound } from "../../platform/errors.js";
import { eventsFor, type SubscriptionSource } from "../../platform/graph/subscription.js";
import { type Connection, connectionOf } from "../../platform/lists/connection.js";
import { pageOf } from "../../platform/lists/keyset.js";
import { Allow } from "../../platform/security/authorize.js";
import { Customer } from "../customers/customer.entity.js";
import { customerById } from "../customers/customer.loaders.js";
import { Notification } from "./notification.entity.js";
import {
  MarkNotificationsInput,
  MuteCustomerInput,
  NotificationsArgs,
} from "./notification.input.js";
import { countUnread, notificationList } from "./notification.list.js";
import { markNotifications, muteCustomer } from "./notification.service.js";

const NotificationConnection = connectionOf(Notification);

@ObjectType({ description: "The notifications as they are after the change." })
class NotificationsPayload {
  @Field(() => Int, { description: "How many the caller has not read." })
  unread!: number;
}

@ObjectType({ description: "The customer as it is after the change." })
class MutePayload {
  @Field(() => Customer, { description: "The customer." })
  customer!: Customer;
}

/** What the caller is told of. */
@Resolver()
export class NotificationResolver {
  @Allow("signed-in")
  @Query(() => NotificationConnection, {
    description: "What the caller is told of, the newest first; keys are told of nothing.",
  })
  notifications(
    @Args(() => NotificationsArgs) args: NotificationsArgs,
    @Ctx() context: Context,
  ): Promise<Connection<Notification>> {
    return pageOf(notificationList, args, context);
  }

  @Allow("signed-in")
  @Mutation(() => NotificationsPayload, {
    description: "Marks notifications of the caller as read or unread; people alone have them.",
  })
  async markNotifications(
    @Arg("input", () => MarkNotificationsInput) input: MarkNotificationsInput,
    @Ctx() context: Context,
  ): Promise<NotificationsPayload> {
    await markNotifications(context, input);
    return { unread: await countUnread(context) };
  }

  @Allow("customers:read")
  @Mutation(() => MutePayload, {
    description: "Ends the notifications of a customer for the caller, or begins them again.",
  })
  async muteCustomer(
    @Arg("input", () => MuteCustomerInput) input: MuteCustomerInput,
    @Ctx() context: Context,
  ): Promise<MutePayload> {
    const id = await muteCustomer(context, input);
    const customer = await context.load(customerById, id);
    if (!customer) throw new NotFound("Customer", id);
    return { customer };
  }

  @Allow("signed-in")
  @Subscription(() => Int, {
    description: "How many notifications the caller has not read; at first, and at each change.",
    subscribe: ({ context }: SubscriptionSource<object>) => {
      const me = context.actor.kind === "USER" ? context.actor.id : null;
      return eventsFor(
        context,
        { name: "started", id: me ?? "", parentId: null },
        ({ name, id }) => name === "notification.added" && id === me,
      );
    },
  })
  unreadNotifications(@Root() _event: DomainEvent, @Ctx() context: Context): Promise<number> {
    return countUnread(context);
  }
}
