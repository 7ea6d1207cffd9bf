import { CloseButton, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { useT } from "../../../i18n/useT.js";
import { useShortcut } from "../../../ui/shortcuts/useShortcut.js";
import { Kbd } from "../../../ui/values/Kbd.js";
import classes from "./ListToolbar.module.css";

const restMs = 250;

interface SearchBoxProps {
  value: string;
  onChange: (value: string) => void;
}

/** The search of the list: `/` focuses it, Esc clears it, and it searches when typing pauses. */
export function SearchBox({ value, onChange }: SearchBoxProps) {
  const t = useT();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(value);
  const [submitted, setSubmitted] = useState(value);
  // The URL may change from outside, by Back or by "Clear filters".
  if (submitted !== value) {
    setSubmitted(value);
    setText(value);
  }
  const ask = useEffectEvent((next: string) => {
    setSubmitted(next);
    onChange(next);
  });
  useEffect(() => {
    if (text === submitted) return;
    const timer = setTimeout(() => ask(text), restMs);
    return () => clearTimeout(timer);
  }, [text, submitted]);

  useShortcut("/", () => input.current?.focus(), {
    label: t("customers.search"),
    group: t("shell.customers"),
  });

  return (
    <TextInput
      ref={input}
      type="search"
      role="searchbox"
      className={classes.search}
      aria-label={t("customers.search")}
      placeholder={t("customers.searchPlaceholder")}
      leftSection={<IconSearch size={16} stroke={1.6} aria-hidden="true" />}
      rightSectionPointerEvents="all"
      rightSection={
        text ? (
          <CloseButton size={24} aria-label={t("ui.clear")} onClick={() => setText("")} />
        ) : (
          <span className={classes.searchKey} aria-hidden="true">
            <Kbd keys="/" />
          </span>
        )
      }
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === "Enter") ask(text);
        if (event.key !== "Escape") return;
        if (text) {
          event.preventDefault();
          setText("");
          ask("");
        } else {
          event.currentTarget.blur();
        }
      }}
    />
  );
}
