import { useApolloClient } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { useLocation } from "react-router";
import { forgetLists } from "../../cache/forgetLists.js";
import { graphql } from "../../gql/gql.js";
import { useT } from "../../i18n/useT.js";
import { useOnline } from "../../ui/feedback/useOnline.js";
import { useSaveError } from "../../ui/feedback/useSaveError.js";
import { dropDraft, keepDraft, readDraft } from "../../ui/forms/drafts.js";
import { MentionArea } from "../../ui/mentions/MentionArea.js";
import { useMentions } from "../../ui/mentions/useMentions.js";
import classes from "./NoteBox.module.css";

const addNote = graphql(`
  mutation AddNote($input: AddNoteInput!) {
    addNote(input: $input) {
      activity {
        id
      }
    }
  }
`);

/** Writes a note into the history; `#note` in the URL brings the focus here. */
export function NoteBox({ customerId }: { customerId: string }) {
  const t = useT();
  const client = useApolloClient();
  const online = useOnline();
  const location = useLocation();
  const box = useRef<HTMLTextAreaElement>(null);
  const draft = `note ${customerId}`;
  const [text, setText] = useState(() => {
    const kept = readDraft(draft);
    return typeof kept === "string" ? kept : "";
  });
  const mentions = useMentions(text);
  const [saving, setSaving] = useState(false);
  const { error, setError, reportFailure } = useSaveError();

  // Each navigation to #note focuses anew.
  useEffect(() => {
    if (location.hash === "#note") box.current?.focus();
  }, [location]);

  function write(next: string) {
    setText(next);
    if (next) keepDraft(draft, next);
    else dropDraft(draft);
  }

  async function save() {
    if (!text.trim() || saving) return;
    setSaving(true);
    setError(undefined);
    try {
      await client.mutate({
        mutation: addNote,
        variables: { input: { customerId, text, mentionIds: mentions.idsIn(text) } },
      });
      write("");
      forgetLists(client.cache, customerId);
    } catch (failure) {
      reportFailure(failure);
    } finally {
      setSaving(false);
    }
  }

  return (
    <form
      className={classes.box}
      data-print="hide"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <MentionArea
        areaRef={box}
        aria-label={t("activity.note")}
        placeholder={t("activity.notePlaceholder")}
        autosize
        minRows={1}
        maxRows={10}
        value={text}
        error={error}
        onChange={write}
        onChoose={mentions.choose}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
            event.preventDefault();
            void save();
          } else if (event.key === "Escape") {
            event.currentTarget.blur();
          }
        }}
      />
      {text.trim() !== "" && (
        <Button type="submit" size="xs" loading={saving} disabled={!online}>
          {t("activity.addNote")}
        </Button>
      )}
    </form>
  );
}
