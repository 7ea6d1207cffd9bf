import { lazy, Suspense, useState } from "react";
import type { Chosen } from "../../../../keyset/useChosen.js";
import { withMessages } from "../../../../locales/loadMessages.js";
import { useMay } from "../../../../session/viewer.js";
import type { CustomerRow } from "../customerRows.js";
import type { useCustomerRows } from "../useCustomerRows.js";
import type { BulkField } from "./BulkDialog.js";
import { useBulkArchive } from "./useBulkArchive.js";
import { useBulkDelete } from "./useBulkDelete.js";

const BulkDialog = lazy(withMessages("bulkEdit", () => import("./BulkDialog.js")));
const DeleteDialog = lazy(withMessages("bulkEdit", () => import("./DeleteDialog.js")));
const MergeDialog = lazy(
  withMessages(["merge", "profile"], () => import("../../merge/MergeDialog.js")),
);
const SelectionBar = lazy(() => import("./SelectionBar.js"));

interface SelectionActionsProps {
  chosen: Chosen<CustomerRow>;
  result: ReturnType<typeof useCustomerRows>;
  /** Whether the list shows archived customers. */
  archived: boolean;
  onExport: (() => void) | undefined;
}

/** What can be done with the selected customers: the bar and its dialogs. */
export function SelectionActions({ chosen, result, archived, onExport }: SelectionActionsProps) {
  const { list, shown, listVariables } = result;
  const mayWrite = useMay("customers:write");
  const bulk = useBulkArchive(list);
  const deleteMany = useBulkDelete(list);
  const [editing, setEditing] = useState<BulkField>();
  const [merging, setMerging] = useState(false);
  const [deleting, setDeleting] = useState(false);

  function archive(ids: readonly string[]) {
    chosen.drop(ids);
    void (archived ? bulk.restore(ids) : bulk.archive(ids));
  }

  function showEdited() {
    setEditing(undefined);
    // They may no longer match the list's filter.
    if (chosen.all) chosen.clear();
    void list.refresh();
  }

  return (
    <>
      {chosen.count > 0 && (
        <Suspense>
          <SelectionBar
            chosen={chosen}
            shown={shown}
            onCount={list.count}
            archived={archived}
            onExport={onExport}
            onEdit={mayWrite ? setEditing : undefined}
            onArchive={mayWrite ? () => archive(chosen.ids) : undefined}
            onDelete={mayWrite ? () => setDeleting(true) : undefined}
            onMerge={mayWrite ? () => setMerging(true) : undefined}
          />
        </Suspense>
      )}
      {editing && (
        <Suspense>
          <BulkDialog
            field={editing}
            target={
              chosen.all
                ? {
                    search: listVariables.search,
                    filter: listVariables.filter,
                    expectedCount: shown.total,
                  }
                : { ids: chosen.ids }
            }
            count={chosen.count}
            knownTags={[...new Set(chosen.rows.flatMap(({ tags }) => tags))]}
            onClose={() => setEditing(undefined)}
            onDone={showEdited}
            onUndone={() => void list.refresh()}
          />
        </Suspense>
      )}
      {merging && (
        <Suspense>
          <MergeDialog
            ids={chosen.ids}
            onClose={() => setMerging(false)}
            onMerged={({ mergedIds }) => {
              setMerging(false);
              chosen.clear();
              list.remove(mergedIds);
              void list.refresh();
            }}
            onUndone={({ mergedIds }) => {
              list.revert(mergedIds);
              void list.refresh();
            }}
          />
        </Suspense>
      )}
      {deleting && chosen.count > 0 && (
        <Suspense>
          <DeleteDialog
            rows={chosen.rows}
            onClose={() => setDeleting(false)}
            onDelete={async (ids) => {
              await deleteMany(ids);
              chosen.drop(ids);
              if (ids.length === chosen.rows.length) setDeleting(false);
            }}
            onArchive={(ids) => {
              archive(ids);
              if (ids.length === chosen.rows.length) setDeleting(false);
            }}
          />
        </Suspense>
      )}
    </>
  );
}
