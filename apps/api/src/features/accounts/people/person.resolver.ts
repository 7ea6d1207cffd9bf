import sql from "sql-template-tag";
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
import type { Context } from "../../../platform/context.js";
import { selectList } from "../../../platform/database/columns.js";
import { AtMost } from "../../../platform/graph/cost/listSize.js";
import { Allow, PersonOnly } from "../../../platform/security/authorize.js";
import { DateTimeScalar } from "../../../platform/types/scalars.js";
import { User } from "../user.entity.js";
import { LinkPayload, withPath } from "./linkPayload.type.js";
import { ChangePasswordInput, CreatePasswordLinkInput, UpdateUserInput } from "./person.input.js";
import { changePassword, createPasswordLink, updateUser } from "./person.service.js";
import { UserPayload } from "./userPayload.type.js";

@ObjectType({ description: "The password was changed; all other sessions ended." })
class ChangePasswordPayload {
  @Field(() => Boolean, { description: "Always true." })
  changed!: boolean;
}

/** Who has access, and with which role. */
@Resolver(() => User)
export class PersonResolver {
  @AtMost(200)
  @Allow("users:write")
  @Query(() => [User], { description: "Everyone, disabled people too, by name." })
  people(@Ctx() context: Context): Promise<User[]> {
    return context.db.rowsOf(
      User,
      sql`SELECT ${selectList(User, "r")} FROM users r ORDER BY lower(r.name), r.id`,
    );
  }

  @Allow("users:write")
  @FieldResolver(() => Boolean, {
    description: "Whether the person was let in, but has not chosen a password yet.",
  })
  invited(@Root() user: User): boolean {
    return !user.emailVerified;
  }

  @Allow("users:write")
  @FieldResolver(() => DateTimeScalar, {
    nullable: true,
    description: "When the person last did anything here, to the minute.",
  })
  lastSeenAt(@Root() user: User): Date | null {
    return user.lastSeenAt;
  }

  @Allow("users:write")
  @PersonOnly()
  @Mutation(() => LinkPayload, {
    description:
      "Makes a link with which a person chooses a new password; for oneself, with the present one.",
  })
  async createPasswordLink(
    @Arg("input", () => CreatePasswordLinkInput) input: CreatePasswordLinkInput,
    @Ctx() context: Context,
  ): Promise<LinkPayload> {
    return withPath(await createPasswordLink(context, input));
  }

  @Allow("users:write")
  @PersonOnly()
  @Mutation(() => UserPayload, {
    description: "Changes name, role or access of a user; the last admin stays one.",
  })
  async updateUser(
    @Arg("input", () => UpdateUserInput) input: UpdateUserInput,
    @Ctx() context: Context,
  ): Promise<UserPayload> {
    return { user: await updateUser(context, input) };
  }

  @Allow("signed-in")
  @PersonOnly()
  @Mutation(() => ChangePasswordPayload, { description: "Changes the viewer's own password." })
  async changePassword(
    @Arg("input", () => ChangePasswordInput) input: ChangePasswordInput,
    @Ctx() context: Context,
  ): Promise<ChangePasswordPayload> {
    await changePassword(context, input);
    return { changed: true };
  }
}
