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
import { DependsOn } from "../../platform/performance/lookAhead.js";
import { Allow, PersonOnly } from "../../platform/security/authorize.js";
import { User } from "../accounts/user.entity.js";
import { userById } from "../accounts/user.loaders.js";
import { Viewer } from "../accounts/viewer.resolver.js";
import { ApiKey } from "./apiKey.entity.js";
import { CreateApiKeyInput, RevokeApiKeyInput, RevokeApiKeysInput } from "./apiKey.input.js";
import { apiKeyById, apiKeysOfUser } from "./apiKey.loaders.js";
import {
  createApiKey,
  type NewApiKey,
  type RevokedKeys,
  revokeApiKey,
  revokeApiKeysOf,
} from "./apiKey.service.js";

/** How many keys a list is weighed with. */
const MAX_KEYS = 100;

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

@ObjectType({ description: "The person whose keys were revoked." })
class RevokeApiKeysPayload {
  @Field(() => User, { description: "The person." })
  user!: User;

  @AtMost(MAX_KEYS)
  @Field(() => [ApiKey], { description: "The keys that were revoked." })
  keys!: ApiKey[];
}

/** From whoever is asking to their keys. */
@Resolver(() => Viewer)
export class ViewerApiKeys {
  @AtMost(MAX_KEYS)
  @Allow("signed-in")
  @FieldResolver(() => [ApiKey], {
    description: "The keys that the viewer made, the newest first; none for a key.",
  })
  apiKeys(@Ctx() context: Context): Promise<ApiKey[]> | ApiKey[] {
    const { kind, id } = context.actor;
    return kind === "USER" && id !== null ? context.load(apiKeysOfUser, id) : [];
  }

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
  @AtMost(MAX_KEYS)
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

  @Allow("signed-in")
  @PersonOnly()
  @Mutation(() => RevokeApiKeyPayload, {
    description:
      "Revokes a key at once, on every process: one of the viewer's own, or anyone's with `keys:write`.",
  })
  async revokeApiKey(
    @Arg("input", () => RevokeApiKeyInput) { id }: RevokeApiKeyInput,
    @Ctx() context: Context,
  ): Promise<RevokeApiKeyPayload> {
    return { key: await revokeApiKey(context, id) };
  }

  @Allow("keys:write")
  @PersonOnly()
  @Mutation(() => RevokeApiKeysPayload, {
    description: "Revokes all keys of a person at once, on every process.",
  })
  revokeApiKeys(
    @Arg("input", () => RevokeApiKeysInput) { userId }: RevokeApiKeysInput,
    @Ctx() context: Context,
  ): Promise<RevokedKeys> {
    return revokeApiKeysOf(context, userId);
  }
}

/** From a person to their keys. */
@Resolver(() => User)
export class UserApiKeys {
  @AtMost(MAX_KEYS)
  @DependsOn<User>("id")
  @Allow("keys:read")
  @FieldResolver(() => [ApiKey], {
    description: "The keys that the person made, the newest first.",
  })
  apiKeys(@Root() user: User, @Ctx() context: Context): Promise<ApiKey[]> {
    return context.load(apiKeysOfUser, user.id);
  }
}
