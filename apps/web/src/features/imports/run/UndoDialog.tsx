import { Link } from "react-router";
import { useT } from "../../../i18n/useT.js";
import { ErrorNote } from "../../../ui/feedback/ErrorNote.js";
import { ConfirmDialog } from "../../../ui/overlays/ConfirmDialog.js";
import { useImportEdits } from "../importEdits.js";
import { resultSearch } from "./resultSearch.js";
import classes from "./UndoDialog.module.css";
import { useUndo } from "./useUndo.js";

interface UndoDialogProps {
  importId: string;
  onClose: () => void;
}

/** Says what undoing an import would do now, in numbers, and does it. */
export function UndoDialog({ importId, onClose }: UndoDialogProps) {
  const t = useT();
  const edits = useImportEdits();
  const { undo, error, retry } = useUndo(importId);
  return (
    <ConfirmDialog
      title={t("import.undoTitle")}
      confirmLabel={t("import.undo")}
      destructive
      onConfirm={() => edits.undo(importId)}
      onClose={onClose}
    >
      {error && (
        <ErrorNote error={error} onRetry={retry}>
          {t("import.undoLookFailed")}
        </ErrorNote>
      )}
      <ul className={classes.what} aria-busy={!undo && !error}>
        {!undo && !error && <li>{t("import.undoLooking")}</li>}
        {undo && (
          <>
            {(undo.deleted > 0 || undo.restored === 0) && (
              <li>{t("import.undoCreated", { count: undo.deleted })}</li>
            )}
            {undo.restored > 0 && <li>{t("import.undoUpdated", { count: undo.restored })}</li>}
            {undo.gone > 0 && <li>{t("import.undoGone", { count: undo.gone })}</li>}
            {undo.kept > 0 && (
              <li>
                {t("import.undoKeptCount", { count: undo.kept })}{" "}
                <Link to={resultSearch("kept")} onClick={onClose}>
                  {t("import.undoSeeKept")}
                </Link>
              </li>
            )}
          </>
        )}
      </ul>
    </ConfirmDialog>
  );
}
