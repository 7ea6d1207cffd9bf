import { Button } from "@mantine/core";
import {
  IconHistory,
  IconMessage2,
  IconPencil,
  IconPlus,
  IconRestore,
  IconTrash,
  type TablerIcon,
} from "@tabler/icons-react";
import { useMemo } from "react";
import { useSearchParams } from "react-router";
import { useList } from "../../cache/useList.js";
import { withFragments } from "../../cache/withFragments.js";
import { graphql } from "../../gql/gql.js";
import type { ActivityKind } from "../../gql/graphql.js";
import { useT } from "../../i18n/useT.js";
import { useMay } from "../../session/viewer.js";
import { Timeline } from "../../ui/cards/Timeline.js";
import { EmptyState } from "../../ui/feedback/EmptyState.js";
import { ErrorNote } from "../../ui/feedback/ErrorNote.js";
import { SkeletonRows } from "../../ui/feedback/SkeletonRows.js";
import { FilterLinks } from "../../ui/page/FilterLinks.js";
import classes from "./ActivityTimeline.module.css";
import type { ActivityEntry } from "./activityEntry.js";
import { EntryDetail } from "./EntryDetail.js";
import { FoldedChanges } from "./FoldedChanges.js";
import { definitionOf, type HistoryRecords } from "./historyRecords.js";
import { NoteBox } from "./NoteBox.js";
import { linesOf } from "./timelineLines.js";
import { useActivityText } from "./useActivityText.js";

const query = graphql(`
  query ActivityTimeline($id: ID!, $after: String, $kind: [ActivityKind!]) {
    customer(id: $id) {
      id
      activity(first: 40, after: $after, filter: { kind: $kind }) {
        edges {
          node {
            id
            action
            recordType
            note
            createdAt
            actor {
              kind
              name
            }
            record {
              __typename
              id
            }
            changes {
              field
              old
              new
              oldValue
              erased
            }
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        totalCount
      }
    }
  }
`);

const pathToRecord = ["customer", "activity", "edges", "node", "record"];

const kinds: Record<string, ActivityKind> = { changes: "CHANGES", notes: "NOTES", files: "FILES" };

interface ActivityTimelineProps {
  customerId: string;
  records: HistoryRecords;
}

/** What was done to a customer and to all that belongs to it, by day, with a box for notes. */
export function ActivityTimeline({ customerId, records }: ActivityTimelineProps) {
  const t = useT();
  const textOf = useActivityText(records);
  const mayWrite = useMay("activity:write");
  const [search] = useSearchParams();
  const chosen = search.get("history") ?? "";
  const kind = kinds[chosen];
  const { rows, total, loading, error, retry, need } = useList(
    useMemo(() => withFragments(query, pathToRecord, records.fragments), [records]),
    { id: customerId, kind: kind ? [kind] : null },
    (data) => data.customer?.activity,
  );

  const filter = (name: string, label: string) => {
    const next = new URLSearchParams(search);
    if (name) next.set("history", name);
    else next.delete("history");
    return { to: { search: next.toString() }, label, active: chosen === name };
  };

  return (
    <section className={classes.timeline} aria-label={t("activity.title")}>
      <div className={classes.head}>
        <h2 className={classes.title}>{t("activity.title")}</h2>
        <FilterLinks
          label={t("activity.filter")}
          links={[
            filter("", t("activity.all")),
            filter("changes", t("activity.changes")),
            filter("notes", t("activity.notes")),
            filter("files", t("activity.files")),
          ]}
        />
      </div>
      {mayWrite && <NoteBox customerId={customerId} />}
      {error ? (
        <ErrorNote error={error} onRetry={retry}>
          {t("activity.failed")}
        </ErrorNote>
      ) : rows.length === 0 ? (
        loading ? (
          <SkeletonRows rows={5} columns={["60%", "10%"]} label={t("activity.loading")} />
        ) : (
          <EmptyState icon={<IconHistory size={20} />}>{t("activity.none")}</EmptyState>
        )
      ) : (
        <>
          <Timeline
            label={t("activity.title")}
            entries={linesOf(records, rows, chosen === "").map((one) =>
              "folded" in one
                ? {
                    id: one.id,
                    at: one.at,
                    text: (
                      <FoldedChanges
                        customerId={customerId}
                        records={records}
                        entries={one.folded}
                      />
                    ),
                    icon: <IconPencil size={12} />,
                  }
                : {
                    id: one.entry.id,
                    at: one.entry.createdAt,
                    text: textOf(one.entry),
                    detail: (
                      <EntryDetail customerId={customerId} records={records} entry={one.entry} />
                    ),
                    icon: iconOf(one.entry, definitionOf(records, one.entry)?.created?.icon),
                  },
            )}
          />
          {rows.length < total && (
            <Button
              variant="default"
              size="xs"
              loading={loading}
              className={classes.more}
              onClick={() => need({ last: rows.length })}
            >
              {t("activity.more", { count: total - rows.length })}
            </Button>
          )}
        </>
      )}
    </section>
  );
}

const icons: Record<string, TablerIcon> = {
  created: IconPlus,
  deleted: IconTrash,
  restored: IconRestore,
  note_added: IconMessage2,
};

function iconOf({ action }: ActivityEntry, created: TablerIcon | undefined) {
  const Icon = (action === "created" && created) || (icons[action] ?? IconPencil);
  return <Icon size={12} />;
}
