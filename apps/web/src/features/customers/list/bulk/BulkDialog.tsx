import { CUSTOMER_STATUSES } from "@clientela/shared/records/enums";
import { Button, Modal, Radio, TagsInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import type { BulkCustomerChanges, BulkUpdateCustomersInput } from "../../../../gql/graphql.js";
import { useFormat } from "../../../../i18n/useFormat.js";
import { useT } from "../../../../i18n/useT.js";
import { choicesOf } from "../../../../records/choices/choicesOf.js";
import { usePeople } from "../../../../session/usePeople.js";
import { sayFailure } from "../../../../ui/feedback/apiError.js";
import { ErrorNote } from "../../../../ui/feedback/ErrorNote.js";
import { useOnline } from "../../../../ui/feedback/useOnline.js";
import { SelectField } from "../../../../ui/fields/SelectField.js";
import { useFocusBack } from "../../../../ui/overlays/useFocusBack.js";
import { nobody } from "../listParams.js";
import classes from "./BulkDialog.module.css";
import { useBulkUpdate } from "./useBulkUpdate.js";

const statuses = CUSTOMER_STATUSES.filter((status) => status !== "ARCHIVED");

/** What can be changed of many customers at once. */
export type BulkField = "owner" | "tags" | "status";

interface BulkDialogProps {
  field: BulkField;
  /** The selected customers. */
  target: Omit<BulkUpdateCustomersInput, "set">;
  count: number;
  /** The tags that they have, as far as that is known. */
  knownTags: readonly string[];
  onClose: () => void;
  onDone: () => void;
  onUndone: () => void;
}

/** Sets the owner or the status of many customers, or adds and takes off tags. */
export default function BulkDialog(props: BulkDialogProps) {
  const { field, target, count, knownTags, onClose, onDone, onUndone } = props;
  const t = useT();
  const { number } = useFormat();
  const online = useOnline();
  useFocusBack(true);
  const people = usePeople({ skip: field !== "owner" });
  const { update, loading, failure } = useBulkUpdate(onUndone);
  const [set, setSet] = useState<BulkCustomerChanges>({});
  const empty =
    set.ownerId === undefined && !set.status && !set.addTags?.length && !set.removeTags?.length;

  async function save(event: FormEvent) {
    event.preventDefault();
    if (empty) return;
    if (await update({ ...target, set })) onDone();
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={t(`customers.bulkTitle.${field}`, { count, shown: number(count) })}
      closeButtonProps={{ "aria-label": t("ui.close") }}
      size={440}
      centered
    >
      <form className={classes.fields} onSubmit={(event) => void save(event)}>
        {failure !== undefined && <ErrorNote>{sayFailure(failure) ?? t("ui.notDone")}</ErrorNote>}
        {field === "owner" && (
          <SelectField
            label={t("field.ownerId")}
            data-autofocus
            data={[{ value: nobody, label: t("customers.filter.nobody") }, ...choicesOf(people)]}
            value={set.ownerId === undefined ? null : String(set.ownerId ?? nobody)}
            onChange={(value) =>
              setSet(value === null ? {} : { ownerId: value === nobody ? null : value })
            }
          />
        )}
        {field === "status" && (
          <Radio.Group
            label={t("field.status")}
            value={set.status ?? ""}
            onChange={(value) => setSet({ status: statuses.find((one) => one === value) })}
          >
            {statuses.map((status) => (
              <Radio key={status} value={status} mt={8} label={t(`customers.status.${status}`)} />
            ))}
          </Radio.Group>
        )}
        {field === "tags" && (
          <>
            <TagsInput
              label={t("customers.addTags")}
              data-autofocus
              value={set.addTags ?? []}
              onChange={(addTags) => setSet((now) => ({ ...now, addTags }))}
              clearButtonProps={{ "aria-label": t("ui.clear") }}
            />
            <TagsInput
              label={t("customers.removeTags")}
              data={[...knownTags]}
              value={set.removeTags ?? []}
              onChange={(removeTags) => setSet((now) => ({ ...now, removeTags }))}
              clearButtonProps={{ "aria-label": t("ui.clear") }}
            />
          </>
        )}
        <div className={classes.buttons}>
          <Button variant="default" onClick={onClose}>
            {t("ui.cancel")}
          </Button>
          <Button type="submit" loading={loading} disabled={empty || !online}>
            {t("customers.bulkApply")}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
