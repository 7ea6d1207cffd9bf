import { eventPrefix } from "@clientela/shared/records/recordActions";
import { Arg, Ctx, Field, ID, ObjectType, Resolver, Root, Subscription } from "type-graphql";
import type { Context } from "../../platform/context.js";
import type { DomainEvent } from "../../platform/database/domainEvent.js";
import { parseId } from "../../platform/graph/parseInput.js";
import { eventsFor, type SubscriptionSource } from "../../platform/graph/subscription.js";
import { readableTypes } from "../../platform/records/recordTypes.js";
import { Allow } from "../../platform/security/authorize.js";
import { Customer } from "./customer.entity.js";
import { customerById, isSeenById } from "./customer.loaders.js";

/** An event of a customer or of a record that belongs to it. */
@ObjectType({ description: "Something happened to a customer or to what belongs to it." })
export class CustomerChange {
  @Field(() => String, {
    description: "What happened, such as `task.updated`; `started` at the start.",
  })
  event!: string;

  @Field(() => ID, { description: "The record it happened to." })
  recordId!: string;

  @Field(() => Customer, {
    nullable: true,
    description: "The customer as it is now; null where it is gone.",
  })
  customer!: Customer | null;
}

const start = (id: string): DomainEvent => ({ name: "started", id, parentId: id });

// Events of records that a role may not read are not delivered to it.
function mayHear(context: Context): (event: DomainEvent) => boolean {
  const readable = new Set(readableTypes(context).map(eventPrefix));
  return ({ name }) => readable.has(name.split(".")[0] ?? "");
}

// Changes of customers are delivered to those who may see them alone, also when they are in the trash.
function seesCustomer(context: Context): (event: DomainEvent) => boolean | Promise<boolean> {
  if (!context.actor.scope) return () => true;
  return ({ parentId }) => parentId === null || context.load(isSeenById, parentId);
}

// The id of a merged customer resolves to the survivor, whose events carry the survivor's id.
async function followed(context: Context, id: string): Promise<string> {
  const customer = await context.load(customerById, id);
  return customer?.id ?? id.toLowerCase();
}

async function changeOf(event: DomainEvent, context: Context): Promise<CustomerChange> {
  const customer = event.parentId ? await context.load(customerById, event.parentId) : null;
  return { event: event.name, recordId: event.id, customer };
}

/** Subscriptions to changes of customers. */
@Resolver()
export class CustomerSubscriptions {
  @Allow("customers:read")
  @Subscription(() => CustomerChange, {
    description:
      "What happens to one customer and all that belongs to it; the first event is how it is now.",
    subscribe: async ({ args, context }: SubscriptionSource<{ id: string }>) => {
      const id = await followed(context, parseId(args.id));
      const hears = mayHear(context);
      const wanted = (event: DomainEvent) => event.parentId === id && hears(event);
      const events = eventsFor(context, start(id), wanted, seesCustomer(context));
      // What was read before the subscription began may have changed since.
      context.refresh();
      return events;
    },
  })
  customerChanged(
    @Arg("id", () => ID) _id: string,
    @Root() event: DomainEvent,
    @Ctx() context: Context,
  ): Promise<CustomerChange> {
    return changeOf(event, context);
  }

  @Allow("customers:read")
  @Subscription(() => CustomerChange, {
    description: "What happens to any customer, sent after its commit.",
    subscribe: ({ context }: SubscriptionSource<object>) =>
      eventsFor(
        context,
        { name: "started", id: context.actor.id ?? "", parentId: null },
        (event) => event.name.startsWith("customer"),
        seesCustomer(context),
      ),
  })
  customersChanged(@Root() event: DomainEvent, @Ctx() context: Context): Promise<CustomerChange> {
    return changeOf(event, context);
  }
}
