import { useT } from "../../i18n/useT.js";
import { ExternalIds } from "../../records/ExternalIds.js";
import { TextField } from "../../ui/fields/TextField.js";
import { FormDrawer } from "../../ui/forms/FormDrawer.js";
import { useRecordForm } from "../../ui/forms/useRecordForm.js";
import { type CustomerFile, useFileEdits } from "./fileEdits.js";

interface RenameFormProps {
  customerId: string;
  file: CustomerFile;
  onClose: () => void;
}

/** Gives a file another name. */
export function RenameForm({ customerId, file, onClose }: RenameFormProps) {
  const t = useT();
  const edits = useFileEdits(customerId);
  const form = useRecordForm({
    initial: { name: file.name },
    check: ({ name }) => (name.trim() ? {} : { name: t("files.nameMissing") }),
    send: async ({ name }) => {
      await edits.rename(file, name.trim());
      onClose();
    },
  });
  return (
    <FormDrawer
      title={t("files.rename")}
      onClose={onClose}
      form={form}
      submitLabel={t("files.rename")}
    >
      <TextField label={t("field.name")} data-autofocus {...form.form.getInputProps("name")} />
      <ExternalIds id={file.id} />
    </FormDrawer>
  );
}
