import { fieldOfSource, sourceOfField } from "@clientela/shared/sheets/externalIdColumns";
import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import { useT } from "../../../i18n/useT.js";
import classes from "./ColumnTable.module.css";

interface SourceNameProps {
  /** The name of the file's column. */
  column: string;
  /** Called with the field of the ids in the system that was named. */
  onField: (field: string) => void;
  onCancel: () => void;
}

/** Asks for the name of the system that the ids of a column come from. */
export function SourceName({ column, onField, onCancel }: SourceNameProps) {
  const t = useT();
  const [typed, setTyped] = useState("");
  const field = fieldOfSource(typed.trim());
  const isNamed = sourceOfField(field) !== null;
  return (
    <form
      className={classes.source}
      onSubmit={(event) => {
        event.preventDefault();
        if (isNamed) onField(field);
      }}
    >
      <TextInput
        aria-label={t("import.sourceOf", { column })}
        placeholder={t("import.idSource.example")}
        size="xs"
        maxLength={100}
        value={typed}
        autoFocus
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape") onCancel();
        }}
      />
      <Button type="submit" size="xs" variant="default" disabled={!isNamed}>
        {t("import.useSource")}
      </Button>
    </form>
  );
}
