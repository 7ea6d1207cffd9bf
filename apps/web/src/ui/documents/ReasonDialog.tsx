import { useState } from "react";
import { TextField } from "../fields/TextField.js";
import { ConfirmDialog } from "../overlays/ConfirmDialog.js";

interface ReasonDialogProps {
  /** Such as "Cancel this credit note?" */
  title: string;
  /** What follows from it. */
  text: string;
  confirmLabel: string;
  reasonLabel: string;
  onConfirm: (reason: string) => Promise<unknown>;
  onClose: () => void;
}

/** Asks for the reason of something that cannot be undone, and does it; mount it to ask. */
export function ReasonDialog({ text, reasonLabel, onConfirm, ...dialog }: ReasonDialogProps) {
  const [reason, setReason] = useState("");
  return (
    <ConfirmDialog
      {...dialog}
      destructive
      ready={reason.trim() !== ""}
      onConfirm={() => onConfirm(reason)}
    >
      <p>{text}</p>
      <TextField
        label={reasonLabel}
        value={reason}
        maxLength={200}
        data-autofocus
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </ConfirmDialog>
  );
}
