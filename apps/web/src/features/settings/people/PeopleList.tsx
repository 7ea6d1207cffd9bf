import { useQuery } from "@apollo/client/react";
import { type ReactNode, useMemo, useState } from "react";
import { readFragment } from "../../../gql/fragment-masking.js";
import { graphql } from "../../../gql/gql.js";
import { useT } from "../../../i18n/useT.js";
import { ErrorNote } from "../../../ui/feedback/ErrorNote.js";
import { BoundedGrid } from "../../../ui/grid/BoundedGrid.js";
import { PasswordDialog } from "../account/PasswordDialog.js";
import { type AccessChange, AccessDialog } from "./AccessDialog.js";
import { useAccessRoles, useRoleName } from "./accessRoles.js";
import classes from "./PeopleList.module.css";
import { PersonDrawer } from "./PersonDrawer.js";
import { type PasswordLink, type Person, personFragment, usePersonEdits } from "./personEdits.js";

import { usePeopleColumns } from "./usePeopleColumns.js";

const query = graphql(`
  query PeopleList {
    people {
      id
      ...PersonRow
    }
  }
`);

interface PeopleListProps {
  onLink: (link: PasswordLink) => void;
  onOpen: (person: Person) => void;
  /** Whose drawer is open, by id. */
  opened: string | null;
  onClose: () => void;
  /** Comes with the people: below a list whose length is not known it would be pushed away. */
  below: ReactNode;
}

/** Everyone with access, with their role. */
export function PeopleList({ onLink, onOpen, opened, onClose, below }: PeopleListProps) {
  const t = useT();
  const { roles } = useAccessRoles();
  const nameOf = useRoleName();
  const edits = usePersonEdits(roles);
  const [change, setChange] = useState<AccessChange>();
  const [own, setOwn] = useState<Person>();
  const { data, error, loading, refetch } = useQuery(query);
  const people = useMemo(() => readFragment(personFragment, data?.people ?? []), [data]);
  const shown = people.find(({ id }) => id === opened);

  const columns = usePeopleColumns({ onLink, onOwnLink: setOwn, onChange: setChange });
  return (
    <>
      <div className={classes.people}>
        <BoundedGrid
          label={t("settings.people")}
          columns={columns}
          rows={people}
          rowId={({ id }) => id}
          rowName={({ name }) => name}
          loading={loading}
          onOpen={onOpen}
          empty={
            error && (
              <ErrorNote error={error} onRetry={() => void refetch()}>
                {t("settings.peopleFailed")}
              </ErrorNote>
            )
          }
        />
      </div>
      {(data || error) && below}
      {shown && <PersonDrawer person={shown} role={nameOf(shown.accessRole)} onClose={onClose} />}
      {own && (
        <PasswordDialog
          title={t("settings.newPasswordLink")}
          text={t("settings.ownLinkNeeds")}
          submitLabel={t("settings.makeLink")}
          onPassword={async (password) => {
            const link = await edits.newLink(own, password);
            setOwn(undefined);
            onLink(link);
          }}
          onClose={() => setOwn(undefined)}
        />
      )}
      {change && (
        <AccessDialog
          change={change}
          onConfirm={({ person, reset, revoke, role, disabled }) =>
            revoke
              ? edits.revokeInvitation(person)
              : reset
                ? edits.resetTwoFactor(person)
                : edits.change(person, {
                    ...(role ? { roleId: role.id } : {}),
                    ...(disabled === undefined ? {} : { disabled }),
                  })
          }
          onClose={() => setChange(undefined)}
        />
      )}
    </>
  );
}
