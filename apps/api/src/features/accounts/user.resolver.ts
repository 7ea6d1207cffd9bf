import sql from "sql-template-tag";
import { Ctx, Query, Resolver } from "type-graphql";
import type { Context } from "../../platform/context.js";
import { selectList } from "../../platform/database/columns.js";
import { AtMost } from "../../platform/graph/cost/listSize.js";
import { Allow } from "../../platform/security/authorize.js";
import { User } from "./user.entity.js";

/** The people of the organisation. */
@Resolver()
export class UserResolver {
  @AtMost(200)
  @Allow("users:read")
  @Query(() => [User], { description: "The people who can be an owner or assignee, by name." })
  users(@Ctx() context: Context): Promise<User[]> {
    return context.db.rowsOf(
      User,
      sql`SELECT ${selectList(User, "r")} FROM users r WHERE r.disabled_at IS NULL ORDER BY lower(r.name), r.id`,
    );
  }
}
