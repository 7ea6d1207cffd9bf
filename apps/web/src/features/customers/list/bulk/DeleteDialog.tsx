import { Button, Modal } from "@mantine/core";
import { useState } from "react";
import { useT } from "../../../../i18n/useT.js";
import { apiErrorOf, sayFailure, sayIssue } from "../../../../ui/feedback/apiError.js";
import { ErrorNote } from "../../../../ui/feedback/ErrorNote.js";
import { useOnline } from "../../../../ui/feedback/useOnline.js";
import { useFocusBack } from "../../../../ui/overlays/useFocusBack.js";
import type { CustomerRow } from "../customerRows.js";
import classes from "./BulkDialog.module.css";

interface DeleteDialogProps {
  rows: readonly CustomerRow[];
  onClose: () => void;
  /** Deletes them, all or none; throws what refuses it. */
  onDelete: (ids: readonly string[]) => Promise<void>;
  /** Archives those that cannot be deleted. */
  onArchive: (ids: readonly string[]) => void;
}

const shownNames = 8;

/** Asks before customers are deleted, and lists those that cannot be. */
export default function DeleteDialog({ rows, onClose, onDelete, onArchive }: DeleteDialogProps) {
  const t = useT();
  const online = useOnline();
  useFocusBack(true);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const [reasons, setReasons] = useState<ReadonlyMap<string, string>>(new Map());
  const kept = rows.filter(({ id }) => reasons.has(id));
  const others = rows.filter(({ id }) => !reasons.has(id));
  const listed = kept.length > 0 ? kept : rows.slice(0, shownNames);

  async function remove() {
    setBusy(true);
    setFailure(undefined);
    const ids = others.map(({ id }) => id);
    try {
      await onDelete(ids);
    } catch (thrown) {
      const refused = new Map(reasons);
      for (const issue of apiErrorOf(thrown)?.issues ?? []) {
        const id = ids[Number(/^ids\.(\d+)$/.exec(issue.path)?.[1])];
        if (id) refused.set(id, sayIssue(issue));
      }
      if (refused.size > reasons.size) setReasons(refused);
      else setFailure(thrown);
    } finally {
      setBusy(false);
    }
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={t("customers.deleteTitle", { count: rows.length })}
      closeButtonProps={{ "aria-label": t("ui.close") }}
      size={480}
      centered
    >
      {failure !== undefined && <ErrorNote>{sayFailure(failure) ?? t("ui.notDone")}</ErrorNote>}
      <p className={classes.text} role="status">
        {kept.length > 0
          ? t("customers.deleteRefused", { count: kept.length })
          : t("customers.deleteHint", { count: rows.length })}
      </p>
      <ul className={classes.list}>
        {listed.map(({ id, number, legalName }) => (
          <li key={id}>
            {reasons.get(id) ?? (
              <>
                {legalName} <span className={classes.fact}>{number}</span>
              </>
            )}
          </li>
        ))}
        {listed.length < rows.length && kept.length === 0 && (
          <li>{t("customers.andMore", { count: rows.length - listed.length })}</li>
        )}
      </ul>
      <div className={classes.buttons}>
        <Button variant="default" onClick={onClose} data-autofocus>
          {t("ui.cancel")}
        </Button>
        {kept.length > 0 && (
          <Button
            variant="default"
            disabled={!online}
            onClick={() => {
              setReasons(new Map());
              onArchive(kept.map(({ id }) => id));
            }}
          >
            {t("customers.archiveThese", { count: kept.length })}
          </Button>
        )}
        {others.length > 0 && (
          <Button color="red" loading={busy} disabled={!online} onClick={() => void remove()}>
            {kept.length > 0
              ? t("customers.deleteOthers", { count: others.length })
              : t("ui.delete")}
          </Button>
        )}
      </div>
    </Modal>
  );
}
