import { Button, Modal } from "@mantine/core";
import type { ReactNode } from "react";
import { useT } from "../../../i18n/useT.js";
import { ErrorNote } from "../../../ui/feedback/ErrorNote.js";
import type { RecordForm } from "../../../ui/forms/useRecordForm.js";
import { useFocusBack } from "../../../ui/overlays/useFocusBack.js";
import classes from "./StepDialog.module.css";

interface StepDialogProps<Values> {
  title: string;
  children: ReactNode;
  onClose: () => void;
  /** The input of this step; a step that only shows something has none. */
  step?: { form: RecordForm<Values>; submitLabel: string; destructive?: boolean };
}

/** A dialog with one step of setting something up: a form, or what it came to. */
export function StepDialog<Values>({ title, children, onClose, step }: StepDialogProps<Values>) {
  const t = useT();
  useFocusBack(true);
  return (
    <Modal
      opened
      onClose={onClose}
      closeOnClickOutside={false}
      title={title}
      closeButtonProps={{ "aria-label": t("ui.close") }}
      size={440}
      centered
    >
      <form
        className={classes.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (step) step.form.submit();
          else onClose();
        }}
      >
        {children}
        {step?.form.failure !== undefined && (
          <ErrorNote error={step.form.failure}>{t("ui.notDone")}</ErrorNote>
        )}
        <div className={classes.buttons}>
          {step && (
            <Button variant="default" onClick={onClose}>
              {t("ui.cancel")}
            </Button>
          )}
          <Button
            type="submit"
            loading={step?.form.saving ?? false}
            color={step?.destructive ? "red" : undefined}
          >
            {step?.submitLabel ?? t("settings.done")}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
