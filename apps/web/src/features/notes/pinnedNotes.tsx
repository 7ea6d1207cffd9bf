import { Suspense } from "react";
import { graphql } from "../../gql/gql.js";
import { useT } from "../../i18n/useT.js";
import { lazyComponent } from "../../records/defineRecord.js";
import { customerPart } from "../../records/recordParts.js";
import classes from "./PinnedNotes.module.css";

const NoteCard = lazyComponent(() => import("./NoteCard.js"), "NoteCard");

const fragment = graphql(`
  fragment PinnedNotes on Customer {
    noteEntries(first: 5, filter: { pinned: true }) {
      nodes {
        id
        ...NoteEntry
      }
    }
  }
`);

/** The pinned notes of a customer, above the newest of everything. */
export const pinnedNotes = customerPart(fragment, ({ customerId, customer }) => (
  <PinnedNotes customerId={customerId} ids={customer.noteEntries.nodes.map(({ id }) => id)} />
));

function PinnedNotes({ customerId, ids }: { customerId: string; ids: readonly string[] }) {
  const t = useT();
  if (ids.length === 0) return null;
  return (
    <section className={classes.pinned} aria-label={t("notes.pinnedOnes")}>
      <Suspense>
        {ids.map((id) => (
          <NoteCard key={id} customerId={customerId} id={id} />
        ))}
      </Suspense>
    </section>
  );
}
