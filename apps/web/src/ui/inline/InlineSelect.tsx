import { Select } from "@mantine/core";
import { type ReactNode, useId } from "react";
import { useT } from "../../i18n/useT.js";
import { InlineDisplay } from "./InlineDisplay.js";
import classes from "./InlineEdit.module.css";
import { useInlineSelect } from "./useInlineSelect.js";

interface InlineSelectProps {
  label: string;
  /** The chosen value; empty where there is none. */
  value: string;
  /** The chosen value in words. */
  shown: string;
  options: readonly { value: string; label: string }[];
  /** Saves the choice; an empty text is "none". Reject to keep the list open with what is wrong. */
  onSave: (value: string) => Promise<unknown>;
  /** Draws the value at rest; its words where it is omitted. */
  children?: ReactNode;
  /** Lets the person choose none. */
  clearable?: boolean;
  readOnly?: boolean;
  /** Runs when the list is about to open, to load what it offers. */
  onOpen?: () => void;
  /** Looks for what was typed where the options are not all there are; they are shown as they come then. */
  onSearch?: (text: string) => void;
}

/** One choice that is changed in its place: a click or Enter opens the list, a choice saves. */
export function InlineSelect(props: InlineSelectProps) {
  const { label, value, shown, options, children, readOnly, clearable, onSearch } = props;
  const t = useT();
  const id = useId();
  const { editing, saving, error, rest, open, save, control } = useInlineSelect(props);

  if (!editing) {
    return (
      <InlineDisplay ref={rest} label={label} value={shown} readOnly={readOnly} onOpen={open}>
        {children}
      </InlineDisplay>
    );
  }
  return (
    <span className={classes.edit}>
      <Select
        aria-label={label}
        aria-describedby={error ? id : undefined}
        autoFocus
        searchable
        selectFirstOptionOnChange={!onSearch}
        onSearchChange={onSearch}
        filter={onSearch && (({ options: found }) => found)}
        size="xs"
        value={value || null}
        data={options.map((option) => ({ ...option }))}
        readOnly={saving}
        aria-busy={saving}
        clearable={clearable}
        allowDeselect={clearable ?? false}
        nothingFoundMessage={t("ui.nothingFound")}
        clearButtonProps={{ "aria-label": t("ui.clear") }}
        comboboxProps={{ shadow: "none", transitionProps: { duration: 80 } }}
        // The list itself scrolls: a box around it would have to take the focus.
        withScrollArea={false}
        classNames={{ options: classes.options }}
        onChange={(next) => void save(next ?? "")}
        // What is typed looks for another one; it does not go on from the name of the chosen one.
        onFocus={(event) => event.currentTarget.select()}
        {...control}
      />
      {error && (
        <span id={id} role="alert" className={classes.error}>
          {error}
        </span>
      )}
    </span>
  );
}
