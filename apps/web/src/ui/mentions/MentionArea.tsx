import { Textarea, type TextareaProps } from "@mantine/core";
import { type KeyboardEvent, type RefObject, useId, useState } from "react";
import { useT } from "../../i18n/useT.js";
import { type Person, usePeople } from "../../session/usePeople.js";
import { SuggestionList, suggestionAfter, suggestionId } from "../suggestions/SuggestionList.js";
import classes from "./MentionArea.module.css";
import { type Mentioning, mentioningAt, peopleMeant } from "./mentions.js";

interface MentionAreaProps extends Omit<TextareaProps, "value" | "onChange" | "ref"> {
  areaRef?: RefObject<HTMLTextAreaElement | null>;
  value: string;
  onChange: (text: string) => void;
  /** Somebody was chosen from the list. */
  onChoose: (person: Person) => void;
}

/** A text in which `@` offers the colleagues: arrows and Enter choose one, Escape leaves the text as it is. */
export function MentionArea(props: MentionAreaProps) {
  const { areaRef, value, onChange, onChoose, onKeyDown, onBlur, ...rest } = props;
  const t = useT();
  const listId = useId();
  const [mentioning, setMentioning] = useState<Mentioning | null>(null);
  const [at, setAt] = useState(0);
  const people = usePeople({ skip: mentioning === null });
  const choices = mentioning ? peopleMeant(mentioning.typed, people) : [];
  const open = choices.length > 0;

  function look(text: string, caret: number) {
    setMentioning(mentioningAt(text, caret));
    setAt(0);
  }

  function choose(person: Person | undefined) {
    if (!person || !mentioning) return;
    const end = mentioning.at + 1 + mentioning.typed.length;
    const before = `${value.slice(0, mentioning.at)}@${person.name} `;
    onChange(before + value.slice(end).replace(/^ /, ""));
    onChoose(person);
    setMentioning(null);
  }

  function onKey(event: KeyboardEvent<HTMLTextAreaElement>) {
    const next = suggestionAfter(event.key, at, choices.length);
    const chosen =
      (event.key === "Enter" || event.key === "Tab") && !event.ctrlKey && !event.metaKey;
    if (
      !open ||
      event.nativeEvent.isComposing ||
      !(next !== null || chosen || event.key === "Escape")
    ) {
      onKeyDown?.(event);
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    if (next !== null) setAt(next);
    else if (chosen) choose(choices[at]);
    else setMentioning(null);
  }

  return (
    <div className={classes.frame}>
      <Textarea
        {...rest}
        ref={areaRef}
        value={value}
        aria-controls={open ? listId : undefined}
        aria-activedescendant={open ? suggestionId(listId, at) : undefined}
        onChange={({ currentTarget }) => {
          onChange(currentTarget.value);
          look(currentTarget.value, currentTarget.selectionStart);
        }}
        onKeyDown={onKey}
        onBlur={(event) => {
          setMentioning(null);
          onBlur?.(event);
        }}
      />
      {open && (
        <SuggestionList
          id={listId}
          label={t("ui.colleagues")}
          suggestions={choices.map(({ id, name, details }) => ({
            id,
            name,
            details: details.join(" · "),
          }))}
          at={at}
          onChoose={(index) => choose(choices[index])}
          className={classes.list}
        />
      )}
    </div>
  );
}
