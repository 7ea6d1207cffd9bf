import { Button } from "@mantine/core";
import { type ReactNode, useId, useRef } from "react";
import { useT } from "../../i18n/useT.js";
import { ErrorNote } from "../feedback/ErrorNote.js";
import { useOnline } from "../feedback/useOnline.js";
import { ConfirmDialog } from "../overlays/ConfirmDialog.js";
import { SideDrawer } from "../overlays/SideDrawer.js";
import classes from "./FormDrawer.module.css";
import type { RecordForm } from "./useRecordForm.js";

interface FormDrawerProps<Values> {
  title: string;
  onClose: () => void;
  form: RecordForm<Values>;
  /** What the button says: "Create", "Save". */
  submitLabel: string;
  children: ReactNode;
  /** At the left of the buttons: a total. */
  aside?: ReactNode;
}

/** A drawer with a form in it; Ctrl/⌘ Enter saves, Esc closes. */
export function FormDrawer<Values>(props: FormDrawerProps<Values>) {
  const { title, onClose, form, submitLabel, children, aside } = props;
  const t = useT();
  const id = useId();
  const online = useOnline();
  const element = useRef<HTMLFormElement>(null);

  // The button goes away under the focus, which begins again with the form.
  function startAgain() {
    form.reset();
    element.current?.querySelector<HTMLElement>("[data-autofocus], input, textarea")?.focus();
  }

  // A text that a field cannot read is fixed first; the fields say so themselves.
  function send(element: HTMLFormElement) {
    if (element.checkValidity()) return form.submit();
    element.querySelector<HTMLElement>(":invalid:not(fieldset)")?.focus();
  }

  return (
    <>
      <SideDrawer
        opened
        onClose={onClose}
        title={title}
        footer={
          <div className={classes.footer}>
            <div className={classes.aside}>{aside}</div>
            <Button variant="default" onClick={onClose}>
              {t("ui.cancel")}
            </Button>
            <Button type="submit" form={id} loading={form.saving} disabled={!online}>
              {submitLabel}
            </Button>
          </div>
        }
      >
        <form
          ref={element}
          id={id}
          className={classes.form}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            send(event.currentTarget);
          }}
          onKeyDown={(event) => {
            if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
              event.preventDefault();
              send(event.currentTarget);
            }
          }}
        >
          {form.failure !== undefined && (
            <ErrorNote error={form.failure}>{t("ui.notSaved")}</ErrorNote>
          )}
          {form.restored && (
            <p className={classes.restored}>
              {t("ui.draftRestored")}{" "}
              <Button variant="subtle" size="compact-sm" onClick={startAgain}>
                {t("ui.startAgain")}
              </Button>
            </p>
          )}
          {children}
        </form>
      </SideDrawer>
      {form.question && (
        <ConfirmDialog
          title={t("ui.saveAnyway")}
          confirmLabel={submitLabel}
          onConfirm={async () => form.question?.confirm()}
          onClose={form.question.dismiss}
        >
          {form.question.text}
        </ConfirmDialog>
      )}
    </>
  );
}

/** Fields side by side in a form. */
export function FieldPair({ children }: { children: ReactNode }) {
  return <div className={classes.pair}>{children}</div>;
}
