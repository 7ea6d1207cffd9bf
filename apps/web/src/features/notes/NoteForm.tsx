import { Button } from "@mantine/core";
import { type FormEvent, useState } from "react";
import type { NoteEntryFragment } from "../../gql/graphql.js";
import { useT } from "../../i18n/useT.js";
import { useSaveError } from "../../ui/feedback/useSaveError.js";
import { MentionArea } from "../../ui/mentions/MentionArea.js";
import { useMentions } from "../../ui/mentions/useMentions.js";
import classes from "./NoteCard.module.css";
import { useNoteEdits } from "./useNoteEdits.js";

interface NoteFormProps {
  customerId: string;
  note: NoteEntryFragment;
  onClose: () => void;
}

/** Edits a note where it stands. */
export function NoteForm({ customerId, note, onClose }: NoteFormProps) {
  const t = useT();
  const edits = useNoteEdits(customerId);
  const { error, setError, reportFailure } = useSaveError();
  const [text, setText] = useState(note.text);
  const mentions = useMentions(text, note.mentions);
  const { id, version } = note;

  async function save(event?: FormEvent) {
    event?.preventDefault();
    if (!text.trim()) return;
    setError(undefined);
    try {
      // Programs mention people whom the text does not name; they stay.
      const unnamed = note.mentions.filter(({ name }) => !note.text.includes(`@${name}`));
      const mentionIds = [...mentions.idsIn(text), ...unnamed.map((one) => one.id)];
      await edits.update({ id, version, text, mentionIds: [...new Set(mentionIds)] });
      onClose();
    } catch (failure) {
      reportFailure(failure);
    }
  }

  return (
    <form className={classes.card} onSubmit={(event) => void save(event)}>
      <MentionArea
        aria-label={t("activity.note")}
        autosize
        autoFocus
        maxRows={16}
        value={text}
        error={error}
        onChange={setText}
        onChoose={mentions.choose}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
            event.preventDefault();
            void save();
          } else if (event.key === "Escape") {
            event.stopPropagation();
            onClose();
          }
        }}
      />
      <div className={classes.buttons}>
        <Button size="xs" variant="default" onClick={onClose}>
          {t("ui.cancel")}
        </Button>
        <Button size="xs" type="submit">
          {t("ui.save")}
        </Button>
      </div>
    </form>
  );
}
