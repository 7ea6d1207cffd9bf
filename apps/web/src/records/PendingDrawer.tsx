import { useT } from "../i18n/useT.js";
import { ErrorNote } from "../ui/feedback/ErrorNote.js";
import { SkeletonRows } from "../ui/feedback/SkeletonRows.js";
import { SideDrawer } from "../ui/overlays/SideDrawer.js";
import type { LoadedRecord } from "./useRecord.js";

interface PendingDrawerProps {
  loaded: Omit<LoadedRecord<unknown>, "found">;
  title: string;
  /** The sentence over a failure. */
  failed: string;
  onClose: () => void;
}

/** The drawer of a record that is not there: it loads, was deleted, or could not be loaded. */
export function PendingDrawer({ loaded, title, failed, onClose }: PendingDrawerProps) {
  const t = useT();
  const { error, gone, retry } = loaded;
  return (
    <SideDrawer opened onClose={onClose} title={title}>
      {error ? (
        <ErrorNote error={error} onRetry={retry}>
          {failed}
        </ErrorNote>
      ) : gone ? (
        <p>{t("ui.gone")}</p>
      ) : (
        <SkeletonRows rows={5} columns={["30%", "40%"]} label={title} />
      )}
    </SideDrawer>
  );
}
