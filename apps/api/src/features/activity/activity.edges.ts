import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { z } from "zod";
import type { Context } from "../../platform/context.js";
import { type Connection, connectionOf } from "../../platform/lists/connection.js";
import {
  DependsOn,
  type SelectedColumns,
  Selection,
} from "../../platform/performance/lookAhead.js";
import { displayText } from "../../platform/records/displayText.js";
import { Allow } from "../../platform/security/authorize.js";
import { Node } from "../../platform/types/record.js";
import { JsonScalar } from "../../platform/types/scalars.js";
import { userById } from "../accounts/user.loaders.js";
import { Customer } from "../customers/customer.entity.js";
import { customerById } from "../customers/customer.loaders.js";
import { Activity } from "./activity.entity.js";
import { ActivityArgs } from "./activity.input.js";
import { activityByCustomer, viewerArgs } from "./activity.list.js";
import { ActivityChange } from "./activity.type.js";

/** One page of the history. */
export const ActivityConnection = connectionOf(Activity);

/** From a customer to its history. */
@Resolver(() => Customer)
export class CustomerActivity {
  @DependsOn()
  @Allow("activity:read")
  @FieldResolver(() => ActivityConnection, {
    description:
      "What was done to the customer and to everything that belongs to it, newest first.",
  })
  activity(
    @Root() customer: Customer,
    @Args(() => ActivityArgs) args: ActivityArgs,
    @Ctx() context: Context,
  ): Promise<Connection<Activity>> {
    return context.load(activityByCustomer, customer.id, viewerArgs(context, args));
  }
}

/** From a history entry to the records that it concerns. */
@Resolver(() => Activity)
export class ActivityEdges {
  // Entries of types that the role may not read are excluded already.
  @Allow("activity:read")
  @FieldResolver(() => Node, {
    nullable: true,
    description: "The record that it was done to; null where it is gone.",
  })
  record(@Root() activity: Activity, @Ctx() context: Context): Promise<Node | null> | null {
    const kind = context.app.registry.recordTypes.get(activity.recordType);
    return kind ? context.loadForViewer(kind.byId, activity.recordId) : null;
  }

  @Allow("customers:read")
  @FieldResolver(() => Customer, {
    nullable: true,
    description: "Whose history it belongs to; null where there is none, or it is gone.",
  })
  customer(
    @Root() activity: Activity,
    @Selection() selection: SelectedColumns<Customer>,
    @Ctx() context: Context,
  ): Promise<Customer | null> | null {
    return activity.customerId === null
      ? null
      : context.load(customerById, activity.customerId, selection);
  }
}

const uuid = z.uuid();
// Fields that reference people; all others but the parent are shown as they are stored.
const PEOPLE = new Set(["ownerId", "assigneeId", "userId", "uploadedById"]);

// Whoever does not see all customers does not see its changes.
const PARENT = "parentId";

async function textOf(context: Context, field: string, value: unknown): Promise<string | null> {
  const id = uuid.safeParse(value).data;
  if (id !== undefined && PEOPLE.has(field)) {
    const user = await context.load(userById, id);
    if (user) return user.name;
  }
  if (id !== undefined && field === PARENT) {
    const parent = await context.load(customerById, id);
    if (parent) return parent.displayName();
  }
  return displayText(value);
}

/** A changed field as a stored value and as text. */
@Resolver(() => ActivityChange)
export class ActivityChangeEdges {
  @Allow("activity:read")
  @FieldResolver(() => Boolean, {
    description: "Whether its values were erased with the data of a person.",
  })
  erased(@Root() change: ActivityChange): boolean {
    return change.erased === true;
  }

  @Allow("activity:read")
  @FieldResolver(() => JsonScalar, {
    nullable: true,
    description: "The value before, as it was stored; null where there was none.",
  })
  oldValue(@Root() change: ActivityChange): unknown {
    return change.old;
  }

  @Allow("activity:read")
  @FieldResolver(() => JsonScalar, {
    nullable: true,
    description: "The value after, as it was stored; null where there is none.",
  })
  newValue(@Root() change: ActivityChange): unknown {
    return change.new;
  }

  @Allow("activity:read")
  @FieldResolver(() => String, {
    nullable: true,
    description: "The value before as text: people by name, lists by commas.",
  })
  old(@Root() change: ActivityChange, @Ctx() context: Context): Promise<string | null> {
    return textOf(context, change.field, change.old);
  }

  @Allow("activity:read")
  @FieldResolver(() => String, {
    nullable: true,
    description: "The value after as text: people by name, lists by commas.",
  })
  new(@Root() change: ActivityChange, @Ctx() context: Context): Promise<string | null> {
    return textOf(context, change.field, change.new);
  }
}
