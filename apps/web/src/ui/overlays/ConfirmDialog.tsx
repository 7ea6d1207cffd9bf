import { Button, Modal } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useT } from "../../i18n/useT.js";
import { sayFailure } from "../feedback/apiError.js";
import { ErrorNote } from "../feedback/ErrorNote.js";
import classes from "./ConfirmDialog.module.css";
import { useFocusBack } from "./useFocusBack.js";

interface ConfirmDialogProps {
  /** Such as "Disable Rui Costa?" */
  title: string;
  /** What follows from it, in a sentence or two. */
  children: ReactNode;
  /** What the button says: the verb of the title. */
  confirmLabel: string;
  /** Colours the button red, for what others feel at once. */
  destructive?: boolean;
  /** False while something is missing that the dialog asks for. */
  ready?: boolean;
  /** Does it; what it throws is shown, and the dialog stays. */
  onConfirm: () => Promise<unknown>;
  onClose: () => void;
}

/** Asks before something that cannot simply be undone; mount it to ask. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { title, children, confirmLabel, destructive, ready, onConfirm, onClose } = props;
  const t = useT();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  useFocusBack(true);

  async function confirm() {
    setBusy(true);
    setFailure(undefined);
    try {
      await onConfirm();
      onClose();
    } catch (thrown) {
      setFailure(thrown);
      setBusy(false);
    }
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      closeButtonProps={{ "aria-label": t("ui.close") }}
      size={440}
      centered
    >
      <div className={classes.text}>{children}</div>
      {failure !== undefined && <ErrorNote>{sayFailure(failure) ?? t("ui.notDone")}</ErrorNote>}
      <div className={classes.buttons}>
        <Button variant="default" onClick={onClose} data-autofocus>
          {t("ui.cancel")}
        </Button>
        <Button
          color={destructive ? "red" : undefined}
          loading={busy}
          disabled={ready === false}
          onClick={() => void confirm()}
        >
          {confirmLabel}
        </Button>
      </div>
    </Modal>
  );
}
