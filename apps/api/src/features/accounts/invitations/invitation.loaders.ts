import sql from "sql-template-tag";
import type { BatchLoader } from "../../../platform/readContext.js";
import { inOrder } from "../../../platform/request/loader.js";
import { Invitation } from "./invitation.type.js";

/** The invitations of people, by their ids; null for who came in another way. */
export const invitationByUser: BatchLoader<string, undefined, Invitation | null> = async (
  ids,
  _args,
  { db },
) => {
  const rows = await db.rows<Invitation>(sql`
    SELECT user_id AS "userId", sent_by AS "sentById", sent_at AS "sentAt", expires_at AS "expiresAt",
      accepted_at AS "acceptedAt", revoked_at AS "revokedAt",
      CASE WHEN accepted_at IS NOT NULL THEN 'ACCEPTED' WHEN revoked_at IS NOT NULL THEN 'REVOKED'
        WHEN expires_at <= now() THEN 'EXPIRED' ELSE 'PENDING' END AS status
    FROM invitations WHERE user_id = ANY(${ids}::uuid[])`);
  const invitations = rows.map((row) => Object.assign(new Invitation(), row));
  return inOrder<string, Invitation, null>(ids, invitations, ({ userId }) => userId, null);
};
