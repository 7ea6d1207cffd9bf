import { useApolloClient, useSubscription } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { IconBell, IconChecks } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useList } from "../../cache/useList.js";
import { readFragment } from "../../gql/fragment-masking.js";
import { graphql } from "../../gql/gql.js";
import type { InboxQuery } from "../../gql/graphql.js";
import { useT } from "../../i18n/useT.js";
import { EmptyState } from "../../ui/feedback/EmptyState.js";
import { ErrorNote } from "../../ui/feedback/ErrorNote.js";
import { SkeletonRows } from "../../ui/feedback/SkeletonRows.js";
import { ListBar } from "../../ui/page/ListBar.js";
import { useAttempt } from "../../ui/toasts/useAttempt.js";
import classes from "./Inbox.module.css";
import { InboxLine } from "./InboxLine.js";
import {
  aboutOf,
  inboxLineFragment,
  markMutation,
  unreadSubscription,
} from "./notification.operations.js";

const query = graphql(`
  query Inbox($after: String, $filter: NotificationFilter) {
    notifications(first: 50, after: $after, filter: $filter) {
      edges {
        node {
          id
          ...InboxLine
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount
    }
  }
`);

type Row = InboxQuery["notifications"]["edges"][number]["node"];

interface InboxProps {
  unread: boolean;
  /** The links to all and to unread ones, over the list. */
  children: ReactNode;
}

/** What the viewer is told of, the newest first, by customer; live. */
export function Inbox({ unread, children }: InboxProps) {
  const t = useT();
  const client = useApolloClient();
  const attempt = useAttempt();
  const filter = unread ? { unread: true } : null;
  const list = useList(query, { filter }, ({ notifications }) => notifications);
  const readAgain = () => client.refetchQueries({ include: ["Inbox"] });
  useSubscription(unreadSubscription, { ignoreResults: true, onData: () => void readAgain() });

  const mark = (ids: string[] | null, read: boolean) =>
    attempt(async () => {
      await client.mutate({ mutation: markMutation, variables: { input: { ids, read } } });
      await readAgain();
    });

  return (
    <>
      <ListBar
        call={list.call}
        actions={
          list.rows.length > 0 && (
            <Button
              size="xs"
              variant="default"
              leftSection={<IconChecks size={14} />}
              onClick={() => void mark(null, true)}
            >
              {t("inbox.markAll")}
            </Button>
          )
        }
      >
        {children}
      </ListBar>
      {list.error ? (
        <ErrorNote error={list.error} onRetry={list.retry}>
          {t("inbox.failed")}
        </ErrorNote>
      ) : list.rows.length === 0 && list.loading ? (
        <SkeletonRows rows={6} height={48} columns={["50%", "15%"]} label={t("shell.loading")} />
      ) : list.rows.length === 0 ? (
        <EmptyState icon={<IconBell size={20} />}>
          {t(unread ? "inbox.allRead" : "inbox.none")}
        </EmptyState>
      ) : (
        groupsOf(list.rows).map(({ key, name, rows }) => (
          <section key={key} aria-label={name ?? t("inbox.files")}>
            <h2 className={classes.group}>{name ?? t("inbox.files")}</h2>
            <ul className={classes.list}>
              {rows.map((row) => (
                <InboxLine
                  key={row.id}
                  notification={row}
                  onMark={(ids, read) => void mark(ids, read)}
                />
              ))}
            </ul>
          </section>
        ))
      )}
      {list.rows.length < list.total && (
        <Button size="xs" variant="default" onClick={() => list.need({ last: list.rows.length })}>
          {t("ui.showMore")}
        </Button>
      )}
    </>
  );
}

/** By customer, in the order of each one's newest; imports and exports are one group. */
function groupsOf(rows: readonly Row[]): { key: string; name: string | null; rows: Row[] }[] {
  const groups = new Map<string, { key: string; name: string | null; rows: Row[] }>();
  for (const row of rows) {
    const customer = aboutOf(readFragment(inboxLineFragment, row))?.customer ?? null;
    const key = customer?.id ?? "files";
    const group = groups.get(key) ?? { key, name: customer?.name ?? null, rows: [] };
    group.rows.push(row);
    groups.set(key, group);
  }
  return [...groups.values()];
}
