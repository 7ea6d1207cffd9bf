import { ErrorNote } from "../ui/feedback/ErrorNote.js";
import { SkeletonRows } from "../ui/feedback/SkeletonRows.js";
import { SideDrawer } from "../ui/overlays/SideDrawer.js";
import { DeletedRecord, type Restorable } from "./DeletedRecord.js";
import type { LoadedRecord } from "./useRecord.js";

interface PendingDrawerProps {
  /** What takes it out of the trash; a kind of record without a trash has none. */
  restorable?: { id: string; operations: Restorable };
  loaded: Omit<LoadedRecord<unknown>, "found">;
  title: string;
  /** The sentence over a failure. */
  failed: string;
  onClose: () => void;
}

/** The drawer of a record that is not there: it loads, was deleted, or could not be loaded. */
export function PendingDrawer(props: PendingDrawerProps) {
  const { restorable, loaded, title, failed, onClose } = props;
  const { error, gone, retry } = loaded;
  return (
    <SideDrawer opened onClose={onClose} title={title}>
      {error || (gone && !restorable) ? (
        <ErrorNote error={error} onRetry={retry}>
          {failed}
        </ErrorNote>
      ) : gone && restorable ? (
        <DeletedRecord {...restorable} />
      ) : (
        <SkeletonRows rows={5} columns={["30%", "40%"]} label={title} />
      )}
    </SideDrawer>
  );
}
