import { useFragment } from "@apollo/client/react";
import { ActionIcon } from "@mantine/core";
import { IconPencil, IconPin, IconPinFilled, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { useT } from "../../i18n/useT.js";
import { useMay } from "../../session/viewer.js";
import classes from "./NoteCard.module.css";
import { NoteForm } from "./NoteForm.js";
import { NoteText } from "./NoteText.js";
import { noteEntry } from "./noteEntry.js";
import { useNoteEdits } from "./useNoteEdits.js";

/** A note in full; who may write notes pins it, edits it in place, and deletes it. */
export function NoteCard({ customerId, id }: { customerId: string; id: string }) {
  const t = useT();
  const mayWrite = useMay("activity:write");
  const edits = useNoteEdits(customerId);
  const [editing, setEditing] = useState(false);
  const { data, complete } = useFragment({
    fragment: noteEntry,
    from: { __typename: "Note", id },
  });
  if (!complete) return null;
  const { text, pinned, mentions } = data;

  if (editing) {
    return <NoteForm customerId={customerId} note={data} onClose={() => setEditing(false)} />;
  }
  return (
    <div className={classes.card} data-pinned={pinned || undefined}>
      <NoteText text={text} mentions={mentions} />
      {mayWrite && (
        <div className={classes.actions} data-print="hide">
          <ActionIcon
            variant="subtle"
            color="gray"
            size={24}
            aria-label={t(pinned ? "notes.unpin" : "notes.pin")}
            onClick={() => void edits.pin(id, !pinned)}
          >
            {pinned ? <IconPinFilled size={14} /> : <IconPin size={14} />}
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={24}
            aria-label={t("notes.edit")}
            onClick={() => setEditing(true)}
          >
            <IconPencil size={14} />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={24}
            aria-label={t("notes.delete")}
            onClick={() => void edits.remove(id)}
          >
            <IconTrash size={14} />
          </ActionIcon>
        </div>
      )}
    </div>
  );
}
