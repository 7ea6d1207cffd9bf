import { Arg, Ctx, ID, Resolver, Root, Subscription } from "type-graphql";
import type { Context } from "../../platform/context.js";
import type { DomainEvent } from "../../platform/database/domainEvent.js";
import { NotFound } from "../../platform/errors.js";
import { parseId } from "../../platform/graph/parseInput.js";
import { eventsFor, type SubscriptionSource } from "../../platform/graph/subscription.js";
import { Allow } from "../../platform/security/authorize.js";
import { Import } from "./import.entity.js";
import { importById } from "./import.loaders.js";

/** Subscriptions to the progress of imports. */
@Resolver()
export class ImportSubscriptions {
  @Allow("imports:read")
  @Subscription(() => Import, {
    description: "An import each time it progresses; the first event is how it is now.",
    subscribe: ({ args: { id }, context }: SubscriptionSource<{ id: string }>) =>
      eventsFor(
        context,
        { name: "started", id: parseId(id), parentId: null },
        (event) => event.name === "import.progressed" && event.id === id,
      ),
  })
  async importProgress(
    @Arg("id", () => ID) id: string,
    @Root() _event: DomainEvent,
    @Ctx() context: Context,
  ): Promise<Import> {
    const found = await context.load(importById, parseId(id));
    if (!found) throw new NotFound("Import", id);
    return found;
  }
}
