import { useFragment } from "@apollo/client/react";
import { ActionIcon, Button, Textarea } from "@mantine/core";
import { IconPencil, IconPin, IconPinFilled, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { useT } from "../../i18n/useT.js";
import { useMay } from "../../session/viewer.js";
import { useSaveError } from "../../ui/feedback/useSaveError.js";
import classes from "./NoteCard.module.css";
import { NoteText } from "./NoteText.js";
import { noteEntry } from "./noteEntry.js";
import { useNoteEdits } from "./useNoteEdits.js";

/** A note in full; who may write notes pins it, edits it in place, and deletes it. */
export function NoteCard({ customerId, id }: { customerId: string; id: string }) {
  const t = useT();
  const mayWrite = useMay("activity:write");
  const edits = useNoteEdits(customerId);
  const { error, setError, reportFailure } = useSaveError();
  const [draft, setDraft] = useState<string>();
  const { data, complete } = useFragment({
    fragment: noteEntry,
    from: { __typename: "Note", id },
  });
  if (!complete) return null;
  const { version, text, pinned, mentions } = data;

  async function save() {
    if (!draft?.trim()) return;
    setError(undefined);
    try {
      await edits.update({ id, version, text: draft });
      setDraft(undefined);
    } catch (failure) {
      reportFailure(failure);
    }
  }

  if (draft !== undefined) {
    return (
      <form
        className={classes.card}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Textarea
          aria-label={t("activity.note")}
          autosize
          autoFocus
          maxRows={16}
          value={draft}
          error={error}
          onChange={(event) => setDraft(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
              event.preventDefault();
              void save();
            } else if (event.key === "Escape") {
              event.stopPropagation();
              setDraft(undefined);
            }
          }}
        />
        <div className={classes.buttons}>
          <Button size="xs" variant="default" onClick={() => setDraft(undefined)}>
            {t("ui.cancel")}
          </Button>
          <Button size="xs" type="submit">
            {t("ui.save")}
          </Button>
        </div>
      </form>
    );
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
            onClick={() => setDraft(text)}
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
