import { IconPencil } from "@tabler/icons-react";
import type { ReactNode, Ref } from "react";
import { useT } from "../../i18n/useT.js";
import classes from "./InlineEdit.module.css";

interface InlineDisplayProps {
  label: string;
  /** The value in the words that are shown, for screen readers; empty where there is none. */
  value: string;
  onOpen: () => void;
  children?: ReactNode;
  readOnly?: boolean;
  ref?: Ref<HTMLButtonElement>;
}

/** A value that can be edited in its place, at rest. */
export function InlineDisplay(props: InlineDisplayProps) {
  const { label, value, onOpen, children, readOnly, ref } = props;
  const t = useT();
  const shown = children ?? value;
  const nothing = t("ui.add");
  if (readOnly) return <span className={classes.still}>{value ? shown : "–"}</span>;
  return (
    <button
      ref={ref}
      type="button"
      className={classes.rest}
      aria-label={t("ui.editField", { label, value: value || nothing })}
      onClick={onOpen}
    >
      {value ? shown : <span className={classes.empty}>{nothing}</span>}
      <IconPencil className={classes.pencil} size={13} aria-hidden="true" />
    </button>
  );
}
