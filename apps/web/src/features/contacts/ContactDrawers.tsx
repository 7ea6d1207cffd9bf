import { useT } from "../../i18n/useT.js";
import { RecordDrawers } from "../../records/RecordDrawers.js";
import { RecordForm } from "../../records/RecordForm.js";
import { FieldPair } from "../../ui/forms/FormDrawer.js";
import { contactOperations } from "./contact.operations.js";

/** The drawer for a contact that the URL opens: `person=<id>` or `person=new`. */
export function ContactDrawers({ customerId }: { customerId: string }) {
  const t = useT();
  return (
    <RecordDrawers
      operations={contactOperations}
      params={{ edit: "person" }}
      form={({ record, onClose }) => (
        <RecordForm
          operations={contactOperations}
          customerId={customerId}
          record={record}
          defaults={{}}
          title={record ? t("contacts.edit") : t("contacts.add")}
          onClose={onClose}
        >
          {({ field }) => (
            <>
              {field("name", { autoFocus: true })}
              {field("jobTitle")}
              <FieldPair>
                {field("email")}
                {field("phone")}
              </FieldPair>
              {field("notes")}
              {field("isPrimary", { label: t("contacts.isPrimary") })}
            </>
          )}
        </RecordForm>
      )}
    />
  );
}
