import type { ActionOf } from "@clientela/shared/records/recordActions";
import type { App } from "../../../platform/app.js";
import type { Db } from "../../../platform/database/db.js";
import { remember } from "../../../platform/records/history.js";
import type { Subject } from "../../../platform/records/write.js";
import { contextOfUser } from "../contextOfUser.js";
import { User } from "../user.entity.js";

/** How people appear in the history. */
export const personSubject: Subject<User, "User"> = {
  type: User,
  name: "User",
  parentIdOf: () => null,
  // An access role is recorded by its name.
  excludedFields: ["emailVerified", "lastSeenAt", "accessRoleId"],
};

/** Writes into the history what a person did to their own account while nobody was signed in yet. */
export async function rememberOwn(
  app: App,
  tx: Db,
  userId: string,
  action: ActionOf<"User">,
): Promise<void> {
  const context = await contextOfUser(app, userId, tx);
  await remember(context, [{ parentId: null, recordType: "User", recordId: userId, action }]);
}
