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
import { Allow, PersonOnly } from "../../platform/security/authorize.js";
import { User } from "../accounts/user.entity.js";
import { userById } from "../accounts/user.loaders.js";
import { Viewer } from "../accounts/viewer.resolver.js";
import { ApiKey } from "./apiKey.entity.js";
import { CreateApiKeyInput, RevokeApiKeyInput } from "./apiKey.input.js";
import { apiKeyById } from "./apiKey.loaders.js";
import { createApiKey, type NewApiKey, revokeApiKey } from "./apiKey.service.js";

@ObjectType({ description: "The new key, with its secret." })
class CreateApiKeyPayload {
  @Field(() => ApiKey, { description: "The new key." })
  key!: ApiKey;

  @Field(() => String, {
    description: "The whole key for the `Authorization: Bearer` header; shown only here.",
  })
  secret!: string;
}

@ObjectType({ description: "The key after it was revoked." })
class RevokeApiKeyPayload {
  @Field(() => ApiKey, { description: "The revoked key." })
  key!: ApiKey;
}

/** From whoever is asking to their key. */
@Resolver(() => Viewer)
export class ViewerApiKey {
  @Allow("signed-in")
  @FieldResolver(() => ApiKey, { nullable: true, description: "The key; null for a person." })
  apiKey(@Ctx() context: Context): Promise<ApiKey | null> | null {
    const { kind, id } = context.actor;
    return kind === "API_KEY" && id !== null ? context.load(apiKeyById, id) : null;
  }
}

/** The keys of programs. */
@Resolver(() => ApiKey)
export class ApiKeyResolver {
  @AtMost(100)
  @Allow("keys:read")
  @Query(() => [ApiKey], { description: "All keys, the newest first." })
  apiKeys(@Ctx() context: Context): Promise<ApiKey[]> {
    return context.db.manager.find(ApiKey, { order: { id: "DESC" } });
  }

  @Allow("keys:read")
  @FieldResolver(() => User, {
    nullable: true,
    description: "Who made it, and whose role bounds it.",
  })
  createdBy(@Root() key: ApiKey, @Ctx() context: Context): Promise<User | null> {
    return context.load(userById, key.userId);
  }

  @Allow("keys:write")
  @PersonOnly()
  @Mutation(() => CreateApiKeyPayload, {
    description: "Makes a key of the caller's own; its secret is shown only here.",
  })
  createApiKey(
    @Arg("input", () => CreateApiKeyInput) input: CreateApiKeyInput,
    @Ctx() context: Context,
  ): Promise<NewApiKey> {
    return createApiKey(context, input);
  }

  @Allow("keys:write")
  @PersonOnly()
  @Mutation(() => RevokeApiKeyPayload, { description: "Ends a key at once, on every process." })
  async revokeApiKey(
    @Arg("input", () => RevokeApiKeyInput) { id }: RevokeApiKeyInput,
    @Ctx() context: Context,
  ): Promise<RevokeApiKeyPayload> {
    return { key: await revokeApiKey(context, id) };
  }
}
