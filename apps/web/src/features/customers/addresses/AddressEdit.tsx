import { Button } from "@mantine/core";
import { useRef, useState } from "react";
import { useT } from "../../../i18n/useT.js";
import { useOnline } from "../../../ui/feedback/useOnline.js";
import { useSaveError } from "../../../ui/feedback/useSaveError.js";
import { InlineDisplay } from "../../../ui/inline/InlineDisplay.js";
import { useRefocus } from "../../../ui/inline/useRefocus.js";
import { addressText } from "../addressText.js";
import classes from "./AddressEdit.module.css";
import { AddressFields } from "./AddressFields.js";
import { type AddressValues, addressValuesOf } from "./addressValues.js";

interface AddressEditProps {
  label: string;
  address: { [Part in keyof AddressValues]?: string | null } | null;
  /** The country of a new address. */
  country?: string;
  readOnly: boolean;
  onSave: (address: AddressValues) => Promise<unknown>;
  /** Begins with the form open, for a new address. */
  startOpen?: boolean;
  /** Runs when the form closes, saved or not. */
  onClose?: () => void;
}

/** An address that opens as a small form in its place; Ctrl/⌘ Enter saves, Esc gives up. */
export function AddressEdit(props: AddressEditProps) {
  const { label, address, country = "BR", readOnly, onSave, startOpen, onClose } = props;
  const t = useT();
  const online = useOnline();
  const begun = () => addressValuesOf(address ?? {}, address?.country ?? country);
  const [draft, setDraft] = useState<AddressValues | undefined>(startOpen ? begun : undefined);
  const { error, setError, reportFailure } = useSaveError();
  const [saving, setSaving] = useState(false);
  // The state when the form opened; later changes by others must not replace it.
  const saveBegun = useRef(onSave);
  const { rest, refocus } = useRefocus(draft !== undefined);

  function close() {
    refocus(true);
    setDraft(undefined);
    setError(undefined);
    onClose?.();
  }

  async function save() {
    if (!draft || saving) return;
    setSaving(true);
    try {
      await saveBegun.current(draft);
      close();
    } catch (failure) {
      reportFailure(failure);
    } finally {
      setSaving(false);
    }
  }

  if (!draft) {
    return (
      <InlineDisplay
        ref={rest}
        label={label}
        value={address ? addressText(address) : ""}
        readOnly={readOnly}
        onOpen={() => {
          saveBegun.current = onSave;
          setDraft(begun());
        }}
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
