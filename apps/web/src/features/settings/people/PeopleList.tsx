import { useQuery } from "@apollo/client/react";
import { IconKey, IconSend, IconShieldOff, IconUserCheck, IconUserOff } from "@tabler/icons-react";
import { type ReactNode, useMemo, useState } from "react";
import { readFragment } from "../../../gql/fragment-masking.js";
import { graphql } from "../../../gql/gql.js";
import { useFormat } from "../../../i18n/useFormat.js";
import { useT } from "../../../i18n/useT.js";
import { useViewer } from "../../../session/viewer.js";
import { ConflictUnsettled } from "../../../ui/conflict/saveVersioned.js";
import { ErrorNote } from "../../../ui/feedback/ErrorNote.js";
import { BoundedGrid } from "../../../ui/grid/BoundedGrid.js";
import type { GridColumn } from "../../../ui/grid/columns/column.js";
import { type RowAction, RowMenu } from "../../../ui/overlays/RowMenu.js";
import { useAttempt } from "../../../ui/toasts/useAttempt.js";
import { StatusMenu } from "../../../ui/values/StatusMenu.js";
import { PasswordDialog } from "../account/PasswordDialog.js";
import { AccessDialog, type AccessQuestion } from "./AccessDialog.js";
import { useAccessRoles, useRoleName } from "./accessRoles.js";
import classes from "./PeopleList.module.css";
import { PersonBadge } from "./PersonBadge.js";
import { PersonDrawer } from "./PersonDrawer.js";
import { type PasswordLink, type Person, personFragment, usePersonEdits } from "./personEdits.js";

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
  const format = useFormat();
  const viewer = useViewer();
  const { roles } = useAccessRoles();
  const nameOf = useRoleName();
  const edits = usePersonEdits(roles);
  const attempt = useAttempt();
  const [question, setQuestion] = useState<AccessQuestion>();
  const [own, setOwn] = useState<Person>();
  const { data, error, loading, refetch } = useQuery(query);
  const people = useMemo(() => readFragment(personFragment, data?.people ?? []), [data]);
  const shown = people.find(({ id }) => id === opened);

  const joinedActions = (person: Person): RowAction[] => [
    {
      label: t("settings.newPasswordLink"),
      icon: <IconKey size={15} />,
      disabled: person.disabled,
      onClick: () => {
        if (person.id === viewer.id) setOwn(person);
        else void attempt(async () => onLink(await edits.newLink(person)));
      },
    },
    ...(person.twoFactor && person.id !== viewer.id
      ? [
          {
            label: t("settings.reset"),
            icon: <IconShieldOff size={15} />,
            onClick: () => setQuestion({ person, reset: true }),
          },
        ]
      : []),
    person.disabled
      ? {
          label: t("settings.enable"),
          icon: <IconUserCheck size={15} />,
          onClick: () => setQuestion({ person, disabled: false }),
        }
      : {
          label: t("settings.disable"),
          icon: <IconUserOff size={15} />,
          destructive: true,
          onClick: () => setQuestion({ person, disabled: true }),
        },
  ];

  const invitedActions = (person: Person): RowAction[] => [
    {
      label: t("settings.resend"),
      icon: <IconSend size={15} />,
      onClick: () => void attempt(async () => onLink(await edits.resendInvitation(person))),
    },
    {
      label: t("settings.revokeInvitation"),
      icon: <IconUserOff size={15} />,
      destructive: true,
      disabled: person.disabled,
      onClick: () => setQuestion({ person, revoke: true }),
    },
  ];

  // biome-ignore lint/correctness/useExhaustiveDependencies: the edits' functions are new each time.
  const columns = useMemo(
    (): GridColumn<Person>[] => [
      {
        id: "name",
        header: t("field.name"),
        width: 180,
        hideable: false,
        narrow: "title",
        cell: ({ id, name }) => (
          <>
            {name}
            {id === viewer.id && <span className={classes.you}>{t("settings.youHere")}</span>}
          </>
        ),
      },
      {
        id: "email",
        header: t("field.email"),
        width: 240,
        narrow: "detail",
        cell: (person) => person.email,
      },
      {
        id: "role",
        header: t("settings.role"),
        width: 160,
        narrow: "detail",
        cell: (person) => {
          const role = nameOf(person.accessRole);
          return (
            <StatusMenu
              label={t("settings.changeRole", { name: person.name, role })}
              options={roles
                .filter(({ id }) => id !== person.accessRole.id)
                .map((one) => ({ value: one.id, label: nameOf(one) }))}
              onChoose={(roleId) => {
                const role = roles.find(({ id }) => id === roleId);
                if (person.id === viewer.id) setQuestion({ person, role });
                else
                  void attempt(() =>
                    edits.change(person, { roleId }).catch((failure) => {
                      if (!(failure instanceof ConflictUnsettled)) throw failure;
                    }),
                  );
              }}
            >
              <span className={classes.role} title={role}>
                {role}
              </span>
            </StatusMenu>
          );
        },
      },
      {
        id: "state",
        header: t("settings.state"),
        width: 160,
        narrow: "end",
        cell: (person) => <PersonBadge person={person} />,
      },
      {
        id: "seen",
        header: t("settings.seen"),
        width: 140,
        cell: ({ lastSeenAt }) =>
          lastSeenAt ? (
            <time dateTime={lastSeenAt} title={format.dateTime(lastSeenAt)}>
              {format.relative(lastSeenAt)}
            </time>
          ) : (
            t("settings.never")
          ),
      },
      {
        id: "menu",
        header: t("settings.actions"),
        width: 84,
        hideable: false,
        narrow: "end",
        cell: (person) => (
          <RowMenu
            label={t("ui.moreFor", { name: person.name })}
            actions={person.invited ? invitedActions(person) : joinedActions(person)}
          />
        ),
      },
    ],
    [t, format, viewer.id, roles],
  );

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
      {question && (
        <AccessDialog
          question={question}
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
          onClose={() => setQuestion(undefined)}
        />
      )}
    </>
  );
}
