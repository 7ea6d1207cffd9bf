import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from "type-graphql";
import type { Context } from "../../platform/context.js";
import { AtMost } from "../../platform/graph/cost/listSize.js";
import { Allow } from "../../platform/security/authorize.js";
import { User } from "../accounts/user.entity.js";
import { userById } from "../accounts/user.loaders.js";
import { SavedView } from "./savedView.entity.js";
import {
  CreateSavedViewInput,
  DeleteSavedViewInput,
  UpdateSavedViewInput,
} from "./savedView.input.js";
import {
  canUpdate,
  createSavedView,
  deleteSavedView,
  savedViews,
  updateSavedView,
} from "./savedView.service.js";

@ObjectType({ description: "The view as it is after the change, or was before it was deleted." })
class SavedViewPayload {
  @Field(() => SavedView, { description: "The view." })
  view!: SavedView;
}

/** Questions to the list of customers that people keep. */
@Resolver(() => SavedView)
export class SavedViewResolver {
  @AtMost(100)
  @Allow("customers:read")
  @Query(() => [SavedView], {
    description: "The caller's own views of the list of customers and those that everyone has.",
  })
  savedViews(@Ctx() context: Context): Promise<SavedView[]> {
    return savedViews(context);
  }

  @Allow("customers:read")
  @FieldResolver(() => User, { nullable: true, description: "Whose it is." })
  owner(@Root() view: SavedView, @Ctx() context: Context): Promise<User | null> {
    return context.load(userById, view.ownerId);
  }

  @Allow("customers:read")
  @FieldResolver(() => Boolean, { description: "Whether the caller may change and delete it." })
  canUpdate(@Root() view: SavedView, @Ctx() context: Context): boolean {
    return canUpdate(context, view);
  }

  @Allow("signed-in")
  @Mutation(() => SavedViewPayload, {
    description:
      "Saves search, filters and sort of the list of customers; people alone have views.",
  })
  async createSavedView(
    @Arg("input", () => CreateSavedViewInput) input: CreateSavedViewInput,
    @Ctx() context: Context,
  ): Promise<SavedViewPayload> {
    return { view: await createSavedView(context, input) };
  }

  @Allow("signed-in")
  @Mutation(() => SavedViewPayload, {
    description: "Changes a view of the caller's own; administrators change shared ones too.",
  })
  async updateSavedView(
    @Arg("input", () => UpdateSavedViewInput) input: UpdateSavedViewInput,
    @Ctx() context: Context,
  ): Promise<SavedViewPayload> {
    return { view: await updateSavedView(context, input) };
  }

  @Allow("signed-in")
  @Mutation(() => SavedViewPayload, { description: "Deletes a view that the caller may change." })
  async deleteSavedView(
    @Arg("input", () => DeleteSavedViewInput) { id }: DeleteSavedViewInput,
    @Ctx() context: Context,
  ): Promise<SavedViewPayload> {
    return { view: await deleteSavedView(context, id) };
  }
}
