import { Button } from "@mantine/core";
import { useState } from "react";
import { useT } from "../../../i18n/useT.js";
import { InlineRest } from "../../../ui/InlineRest.js";
import { useOnline } from "../../../ui/useOnline.js";
import { useRefocus } from "../../../ui/useRefocus.js";
import classes from "./AddressEdit.module.css";
import { AddressFields } from "./AddressFields.js";
import { type AddressValues, addressValuesOf, type EditableCustomer } from "./customerEdits.js";

interface AddressEditProps {
  label: string;
  address: NonNullable<EditableCustomer["address"]> | null;
  readOnly: boolean;
  onSave: (address: AddressValues) => Promise<unknown>;
}

/** An address that opens as a small form in its place; Ctrl/⌘ Enter saves, Esc gives up. */
export function AddressEdit({ label, address, readOnly, onSave }: AddressEditProps) {
  const t = useT();
  const online = useOnline();
  const [draft, setDraft] = useState<AddressValues>();
  const [error, setError] = useState<string>();
  const [saving, setSaving] = useState(false);
  const { rest, refocus } = useRefocus(draft !== undefined);

  function close() {
    refocus(true);
    setDraft(undefined);
    setError(undefined);
  }

  async function save() {
    if (!draft || saving) return;
    setSaving(true);
    try {
      await onSave(draft);
      close();
    } catch (failure) {
      setError(failure instanceof Error ? failure.message : t("ui.notSaved"));
    } finally {
      setSaving(false);
    }
  }

  if (!draft) {
    return (
      <InlineRest
        ref={rest}
        label={label}
        value={address?.formatted ?? ""}
        readOnly={readOnly}
        onOpen={() => setDraft(addressValuesOf(address ?? {}, address?.country ?? "BR"))}
      />
    );
  }
  return (
    <form
      className={classes.form}
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape") {
          event.stopPropagation();
          close();
        } else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          void save();
        }
      }}
    >
      <AddressFields value={draft} onChange={setDraft} autoFocus />
      {error && (
        <p role="alert" className={classes.error}>
          {error}
        </p>
      )}
      <div className={classes.buttons}>
        <Button size="xs" variant="default" onClick={close}>
          {t("ui.cancel")}
        </Button>
        <Button size="xs" type="submit" loading={saving} disabled={!online}>
          {t("ui.save")}
        </Button>
      </div>
    </form>
  );
}
