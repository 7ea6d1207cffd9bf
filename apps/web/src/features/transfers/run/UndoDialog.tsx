import { Button, Modal } from "@mantine/core";
import { useState } from "react";
import { type FragmentType, readFragment } from "../../../gql/fragment-masking.js";
import { graphql } from "../../../gql/gql.js";
import { useT } from "../../../i18n/useT.js";
import { ErrorNote } from "../../../ui/ErrorNote.js";
import { useImportEdits } from "../importEdits.js";
import classes from "./UndoDialog.module.css";

const fragment = graphql(`
  fragment UndoDialog_import on Import {
    id
    result {
      created
      updated
    }
  }
`);

interface UndoDialogProps {
  import: FragmentType<typeof fragment>;
  onClose: () => void;
}

/** Says what undoing an import would do, and does it. */
export function UndoDialog(props: UndoDialogProps) {
  const t = useT();
  const edits = useImportEdits();
  const { id, result } = readFragment(fragment, props.import);
  const [undoing, setUndoing] = useState(false);
  const [failure, setFailure] = useState<unknown>();

  async function undo() {
    setUndoing(true);
    setFailure(undefined);
    try {
      await edits.undo(id);
      props.onClose();
    } catch (thrown) {
      setFailure(thrown);
      setUndoing(false);
    }
  }

  return (
    <Modal
      opened
      onClose={props.onClose}
      title={t("import.undoTitle")}
      closeButtonProps={{ "aria-label": t("ui.close") }}
      size={480}
      centered
    >
      {failure !== undefined && <ErrorNote error={failure}>{t("import.undoFailed")}</ErrorNote>}
      <ul className={classes.what}>
        <li>{t("import.undoCreated", { count: result?.created ?? 0 })}</li>
        <li>{t("import.undoUpdated", { count: result?.updated ?? 0 })}</li>
        <li>{t("import.undoKept")}</li>
      </ul>
      <div className={classes.buttons}>
        <Button variant="default" onClick={props.onClose} data-autofocus>
          {t("ui.cancel")}
        </Button>
        <Button color="red" loading={undoing} onClick={() => void undo()}>
          {t("import.undo")}
        </Button>
      </div>
    </Modal>
  );
}
