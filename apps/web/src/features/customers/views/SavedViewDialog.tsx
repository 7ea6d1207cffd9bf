import { Button, Checkbox, Modal } from "@mantine/core";
import { useT } from "../../../i18n/useT.js";
import { useMay } from "../../../session/viewer.js";
import { ErrorNote } from "../../../ui/feedback/ErrorNote.js";
import { useOnline } from "../../../ui/feedback/useOnline.js";
import { TextField } from "../../../ui/fields/TextField.js";
import { useRecordForm } from "../../../ui/forms/useRecordForm.js";
import { useFocusBack } from "../../../ui/overlays/useFocusBack.js";
import classes from "./SavedViewDialog.module.css";

interface SavedViewDialogProps {
  title: string;
  initial: { name: string; shared: boolean };
  onSave: (values: { name: string; shared: boolean }) => Promise<unknown>;
  onClose: () => void;
}

/** Asks for the name of a view, and whether it is shared. */
export function SavedViewDialog({ title, initial, onSave, onClose }: SavedViewDialogProps) {
  const t = useT();
  const online = useOnline();
  const mayShare = useMay("customers:write");
  useFocusBack(true);
  const { form, saving, failure, submit } = useRecordForm({
    initial,
    check: ({ name }) => (name.trim() ? {} : { name: t("views.nameMissing") }),
    send: async (values) => {
      await onSave(values);
      onClose();
    },
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      closeButtonProps={{ "aria-label": t("ui.close") }}
      size={440}
      centered
    >
      <form
        className={classes.fields}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        {failure !== undefined && <ErrorNote error={failure}>{t("ui.notSaved")}</ErrorNote>}
        <TextField
          label={t("views.name")}
          data-autofocus
          maxLength={60}
          autoComplete="off"
          {...form.getInputProps("name")}
        />
        {mayShare && (
          <Checkbox
            label={t("views.shared")}
            description={t("views.sharedHint")}
            {...form.getInputProps("shared", { type: "checkbox" })}
          />
        )}
        <div className={classes.buttons}>
          <Button variant="default" onClick={onClose}>
            {t("ui.cancel")}
          </Button>
          <Button type="submit" loading={saving} disabled={!online}>
            {t("ui.save")}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
