import { useQuery } from "@apollo/client/react";
import { ActionIcon, Button, Popover } from "@mantine/core";
import { IconHistory } from "@tabler/icons-react";
import { useState } from "react";
import { graphql } from "../../../gql/gql.js";
import { useFormat } from "../../../i18n/useFormat.js";
import { useT } from "../../../i18n/useT.js";
import { ErrorNote } from "../../../ui/feedback/ErrorNote.js";
import { SkeletonRows } from "../../../ui/feedback/SkeletonRows.js";
import { useAttempt } from "../../../ui/toasts/useAttempt.js";
import classes from "./PastValues.module.css";

const query = graphql(`
  query PastValues($id: ID!, $field: String!) {
    customer(id: $id) {
      id
      activity(first: 20, filter: { recordId: $id, fields: [$field] }) {
        nodes {
          id
          createdAt
          actor {
            name
          }
          changes {
            field
            old
            oldValue
            erased
          }
        }
      }
    }
  }
`);

interface PastValuesProps {
  customerId: string;
  /** As the history names it. */
  field: string;
  label: string;
  /** Formats a past value, if it is not plain text. */
  show?: (text: string) => string;
  /** Reverts the field to a past value; omitted for people who may not write it. */
  onRevert: ((value: unknown) => Promise<void>) | undefined;
}

/** A small button that lists what a field was before, who changed it and when, each to be reverted. */
export function PastValues(props: PastValuesProps) {
  const t = useT();
  const [opened, setOpened] = useState(false);
  const name = t("profile.pastValues", { field: props.label });
  return (
    <Popover opened={opened} onChange={setOpened} width={320} position="bottom-end" trapFocus>
      <Popover.Target>
        <ActionIcon
          size={24}
          className={classes.quiet}
          aria-label={name}
          onClick={() => setOpened(!opened)}
        >
          <IconHistory size={14} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label={name} data-autofocus tabIndex={-1}>
        {opened && <List {...props} name={name} onClose={() => setOpened(false)} />}
      </Popover.Dropdown>
    </Popover>
  );
}

interface ListProps extends PastValuesProps {
  name: string;
  onClose: () => void;
}

function List({ customerId: id, field, show, onRevert, name, onClose }: ListProps) {
  const t = useT();
  const format = useFormat();
  const attempt = useAttempt();
  const { data, error, refetch } = useQuery(query, {
    variables: { id, field },
    fetchPolicy: "no-cache",
  });
  const values = data?.customer?.activity.nodes.flatMap(
    ({ id: deedId, createdAt, actor, changes }) => {
      const change = changes.find((one) => one.field === field);
      // What it was made with has nothing before it.
      return change && (change.old !== null || change.erased)
        ? [{ ...change, id: deedId, createdAt, by: actor.name }]
        : [];
    },
  );
  return (
    <>
      <h3 className={classes.title}>{name}</h3>
      {error && (
        <ErrorNote error={error} onRetry={() => void refetch()}>
          {t("activity.failed")}
        </ErrorNote>
      )}
      {!values && !error && <SkeletonRows rows={2} label={t("activity.loading")} />}
      {values?.length === 0 && <p className={classes.none}>{t("profile.noPastValues")}</p>}
      <ul className={classes.list}>
        {values?.map(({ id: deedId, old, oldValue, erased, createdAt, by }) => (
          <li key={deedId} className={classes.item}>
            <span className={classes.value}>
              {erased ? t("activity.erasedValue") : old && (show?.(old) ?? old)}
              <span className={classes.facts}>
                {t("profile.until", { who: by, when: format.dateTime(createdAt) })}
              </span>
            </span>
            {onRevert && !erased && (
              <Button
                size="compact-sm"
                variant="default"
                aria-label={t("activity.revertField", { field: name, value: old ?? "" })}
                onClick={async () => {
                  if (await attempt(() => onRevert(oldValue))) onClose();
                }}
              >
                {t("activity.revert")}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
