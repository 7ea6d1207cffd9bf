import { Checkbox } from "@mantine/core";
import { useT } from "../../i18n/useT.js";
import { TextAreaField } from "../../ui/fields/TextAreaField.js";
import { TextField } from "../../ui/fields/TextField.js";
import { FieldPair, FormDrawer } from "../../ui/forms/FormDrawer.js";
import { useRecordForm } from "../../ui/forms/useRecordForm.js";
import { type Contact, useSaveContact } from "./contactEdits.js";

interface ContactDrawerProps {
  customerId: string;
  /** The person to change; left out, a new one is made. */
  contact?: Contact;
  onClose: () => void;
}

/** Adds a person at a customer, or changes one. */
export function ContactDrawer({ customerId, contact, onClose }: ContactDrawerProps) {
  const t = useT();
  const save = useSaveContact(customerId, contact);
  const form = useRecordForm({
    draft: contact ? `contact ${contact.id} ${contact.version}` : `new contact ${customerId}`,
    initial: {
      name: contact?.name ?? "",
      jobTitle: contact?.jobTitle ?? "",
      email: contact?.email ?? "",
      phone: contact?.phone ?? "",
      notes: contact?.notes ?? "",
      isPrimary: contact?.isPrimary ?? false,
    },
    check: ({ name }) => (name.trim() ? {} : { name: t("contacts.nameMissing") }),
    send: async (values) => {
      await save({
        ...values,
        jobTitle: values.jobTitle || null,
        email: values.email || null,
        phone: values.phone || null,
        notes: values.notes || null,
      });
      onClose();
    },
  });
  const field = form.form.getInputProps;
  return (
    <FormDrawer
      title={contact ? t("contacts.edit") : t("contacts.add")}
      onClose={onClose}
      form={form}
      submitLabel={contact ? t("ui.save") : t("ui.create")}
    >
      <TextField label={t("field.name")} data-autofocus {...field("name")} />
      <TextField label={t("field.jobTitle")} optional {...field("jobTitle")} />
      <FieldPair>
        <TextField label={t("field.email")} optional type="email" {...field("email")} />
        <TextField label={t("field.phone")} optional type="tel" {...field("phone")} />
      </FieldPair>
      <TextAreaField label={t("field.notes")} optional {...field("notes")} />
      <Checkbox label={t("contacts.isPrimary")} {...field("isPrimary", { type: "checkbox" })} />
    </FormDrawer>
  );
}
