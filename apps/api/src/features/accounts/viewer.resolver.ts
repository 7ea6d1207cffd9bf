import { PERMISSIONS, type Permission } from "@clientela/shared/records/roles";
import { Ctx, Field, FieldResolver, ObjectType, Query, Resolver } from "type-graphql";
import type { Actor, Context } from "../../platform/context.js";
import { Allow } from "../../platform/security/authorize.js";
import { registerEnum } from "../../platform/types/enums.js";
import { CurrencyCode, DateScalar, EmailAddress } from "../../platform/types/scalars.js";
import { RoleEnum, User } from "./user.entity.js";
import { userById } from "./user.loaders.js";

/** Who acts, as a GraphQL enum. */
export const ActorKind = registerEnum(
  "ActorKind",
  ["USER", "API_KEY", "SYSTEM"],
  "Who acts: a person, a key or the system.",
);

/** Who is asking, and what they may do. */
@ObjectType({ description: "Who is asking, and what they may do." })
export class Viewer {
  constructor(
    private readonly actor: Actor,
    private readonly context: Context,
  ) {}

  @Field(() => ActorKind, { description: "A person or a key." })
  kind(): Actor["kind"] {
    return this.actor.kind;
  }

  @Field(() => String, { description: "The person's or key's name." })
  name(): string {
    return this.actor.name;
  }

  @Field(() => EmailAddress, { nullable: true, description: "The person's e-mail address." })
  email(): string | null {
    return this.actor.email;
  }

  @Field(() => RoleEnum, { description: "The role that decides what is allowed." })
  role(): Actor["role"] {
    return this.actor.role;
  }

  @Field(() => [String], {
    description: "What the viewer may do, as `noun:read` and `noun:write`.",
  })
  permissions(): Permission[] {
    return PERMISSIONS.filter((permission) => this.actor.permissions.has(permission));
  }

  @Field(() => DateScalar, { description: "Today in the organisation's time zone." })
  today(): string {
    return this.context.today;
  }

  @Field(() => String, { description: "The organisation's IANA time zone." })
  timeZone(): string {
    return this.context.organisation.timeZone;
  }

  @Field(() => CurrencyCode, { description: "The organisation's own currency." })
  currency(): string {
    return this.context.organisation.currency;
  }
}

/** Who am I. */
@Resolver()
export class ViewerResolver {
  @Allow("signed-in")
  @Query(() => Viewer, { description: "Who is asking: a person or an API key." })
  viewer(@Ctx() context: Context): Viewer {
    return new Viewer(context.actor, context);
  }
}

/** From whoever is asking to their record. */
@Resolver(() => Viewer)
export class ViewerEdges {
  @Allow("signed-in")
  @FieldResolver(() => User, { nullable: true, description: "The person; null for a key." })
  user(@Ctx() context: Context): Promise<User | null> | null {
    const { kind, id } = context.actor;
    return kind === "USER" && id !== null ? context.load(userById, id) : null;
  }
}
