import { useState } from "react";
import { useT } from "../../../i18n/useT.js";
import { choicesOf } from "../../../records/choices/choicesOf.js";
import { usePeople } from "../../../session/usePeople.js";
import { InlineSelect } from "../../../ui/inline/InlineSelect.js";

interface OwnerEditProps {
  owner: { id: string; name: string } | null;
  readOnly: boolean;
  onSave: (id: string | null) => Promise<unknown>;
}

/** The owner of the customer; colleagues are loaded when the list opens. */
export function OwnerEdit({ owner, readOnly, onSave }: OwnerEditProps) {
  const t = useT();
  const [wasOpened, setWasOpened] = useState(false);
  const people = usePeople({ skip: !wasOpened });
  const options = choicesOf(people);
  return (
    <InlineSelect
      label={t("field.ownerId")}
      value={owner?.id ?? ""}
      shown={owner?.name ?? ""}
      options={options}
      clearable
      readOnly={readOnly}
      onOpen={() => setWasOpened(true)}
      onSave={(id) => onSave(id || null)}
    />
  );
}
