import { Autocomplete } from "@mantine/core";
import { useState } from "react";
import { type FragmentType, readFragment } from "../../../gql/fragment-masking.js";
import { graphql } from "../../../gql/gql.js";
import { useT } from "../../../i18n/useT.js";
import { useAttempt } from "../../../ui/toasts/useAttempt.js";
import { useImportEdits } from "../importEdits.js";

const fragment = graphql(`
  fragment IdSourceField_import on Import {
    id
    idSource
    idSourceReason
    idSourceChoices
    problemCode
  }
`);

interface IdSourceFieldProps {
  import: FragmentType<typeof fragment>;
  disabled: boolean;
}

/** Which system the ids of the file come from: what is known of it, to be changed, or a field to fill in. */
export function IdSourceField(props: IdSourceFieldProps) {
  const t = useT();
  const attempt = useAttempt();
  const edits = useImportEdits();
  const { id, idSource, idSourceReason, idSourceChoices, problemCode } = readFragment(
    fragment,
    props.import,
  );
  const saved = idSource ?? "";
  const [typed, setTyped] = useState(saved);
  const [known, setKnown] = useState(saved);
  // What was found out or chosen elsewhere since takes the place of what stood here.
  if (known !== saved) {
    setKnown(saved);
    setTyped(saved);
  }

  function save(text: string) {
    const source = text.trim();
    if (source === saved) return;
    void attempt(() => edits.update({ id, idSource: source === "" ? null : source }));
  }

  return (
    <Autocomplete
      label={t("import.idSource")}
      description={
        idSourceReason && idSourceReason !== "CHOSEN"
          ? t(`import.idSource.${idSourceReason}`)
          : t("import.idSource.hint")
      }
      placeholder={t("import.idSource.example")}
      data={idSourceChoices}
      value={typed}
      maxLength={100}
      maw={360}
      required={problemCode === "idSourceRequired"}
      disabled={props.disabled}
      onChange={setTyped}
      onOptionSubmit={save}
      onBlur={() => save(typed)}
      onKeyDown={(event) => {
        if (event.key === "Enter" && !event.nativeEvent.isComposing)
          save(event.currentTarget.value);
      }}
    />
  );
}
