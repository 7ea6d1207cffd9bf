import { useQuery } from "@apollo/client/react";
import { readFragment } from "../../../gql/fragment-masking.js";
import { graphql } from "../../../gql/gql.js";
import { useFormat } from "../../../i18n/useFormat.js";
import { useT } from "../../../i18n/useT.js";
import { useMay } from "../../../session/viewer.js";
import { ErrorNote } from "../../../ui/feedback/ErrorNote.js";
import { SkeletonRows } from "../../../ui/feedback/SkeletonRows.js";
import { SideDrawer } from "../../../ui/overlays/SideDrawer.js";
import { sessionFragment } from "../account/SessionLine.js";
import { Fact, Facts } from "../Facts.js";
import { ownKeyFragment } from "../keys/keyEdits.js";
import { PersonKeys, PersonSessions } from "./PersonAccess.js";
import { PersonBadge } from "./PersonBadge.js";
import type { Person } from "./personEdits.js";

const query = graphql(`
  query PersonAccess($id: ID!, $withKeys: Boolean!) {
    node(id: $id) {
      id
      ... on User {
        sessions {
          id
          ...SessionLine
        }
        apiKeys @include(if: $withKeys) {
          id
          ...OwnKey
        }
      }
    }
  }
`);

interface PersonDrawerProps {
  person: Person;
  /** What their role is called. */
  role: string;
  onClose: () => void;
}

/** A person for administrators: the invitation, and the sessions and keys by which they have access. */
export function PersonDrawer({ person, role, onClose }: PersonDrawerProps) {
  const t = useT();
  const format = useFormat();
  const withKeys = useMay("keys:read");
  const { data, error, refetch } = useQuery(query, {
    variables: { id: person.id, withKeys },
    fetchPolicy: "cache-and-network",
  });
  const user = data?.node?.__typename === "User" ? data.node : undefined;
  const { invitation, lastSeenAt } = person;
  return (
    <SideDrawer opened onClose={onClose} title={person.name} readOnly>
      <Facts>
        <Fact name={t("settings.state")}>
          <PersonBadge person={person} />
        </Fact>
        <Fact name={t("field.email")}>{person.email}</Fact>
        <Fact name={t("settings.role")}>{role}</Fact>
        <Fact name={t("settings.seen")}>
          {lastSeenAt ? format.dateTime(lastSeenAt) : t("settings.never")}
        </Fact>
        {invitation && (
          <Fact name={t("settings.invitedOn")}>
            {invitation.sentBy
              ? t("settings.dateBy", {
                  date: format.dateTime(invitation.sentAt),
                  name: invitation.sentBy.name,
                })
              : format.dateTime(invitation.sentAt)}
          </Fact>
        )}
        {invitation?.acceptedAt && (
          <Fact name={t("settings.joinedOn")}>{format.dateTime(invitation.acceptedAt)}</Fact>
        )}
        {invitation?.revokedAt && (
          <Fact name={t("settings.revokedOn")}>{format.dateTime(invitation.revokedAt)}</Fact>
        )}
        {invitation?.status === "PENDING" && (
          <Fact name={t("settings.expires")}>{format.dateTime(invitation.expiresAt)}</Fact>
        )}
        {invitation?.status === "EXPIRED" && (
          <Fact name={t("settings.expiredOn")}>{format.dateTime(invitation.expiresAt)}</Fact>
        )}
      </Facts>
      {error && !user && (
        <ErrorNote error={error} onRetry={() => void refetch()}>
          {t("settings.accessFailed")}
        </ErrorNote>
      )}
      {!user && !error && <SkeletonRows rows={3} height={56} label={t("settings.theirSessions")} />}
      {user && (
        <>
          <PersonSessions person={person} sessions={readFragment(sessionFragment, user.sessions)} />
          {user.apiKeys && (
            <PersonKeys person={person} keys={readFragment(ownKeyFragment, user.apiKeys)} />
          )}
        </>
      )}
    </SideDrawer>
  );
}
