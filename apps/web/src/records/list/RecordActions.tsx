import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { useT } from "../../i18n/useT.js";
import { DeleteButton } from "../../ui/overlays/DeleteButton.js";
import { useAttempt } from "../../ui/toasts/useAttempt.js";
import type { RecordOperations, Stored } from "../defineOperations.js";
import { useFieldContext } from "../fields/useFieldContext.js";
import type { RecordStatus } from "../recordStatus.js";
import { useRecordMutations } from "../useRecordMutations.js";

interface RecordActionsProps<
  Full extends Listed,
  Listed extends Stored,
  Values extends object,
  Create,
  Loaded,
  Shown extends string,
  Word extends Shown,
> {
  operations: RecordOperations<Full, Listed, Values, Create, Loaded>;
  customerId: string;
  record: Full;
  status: RecordStatus<Full, Values, Shown, Word>;
  /** Those of the next statuses that a button leads to; all of them unless said. */
  next?: readonly Word[];
  onEdit: () => void;
  onClose: () => void;
  /** What else can be done with it, at the end. */
  children?: ReactNode;
}

/** The buttons of a drawer that shows a record: delete, edit, and the ways it may go on. */
export function RecordActions<
  Full extends Listed,
  Listed extends Stored,
  Values extends object,
  Create,
  Loaded,
  Shown extends string,
  Word extends Shown,
>(props: RecordActionsProps<Full, Listed, Values, Create, Loaded, Shown, Word>) {
  const { operations, customerId, record, status, onEdit, onClose, children } = props;
  const t = useT();
  const context = useFieldContext();
  const attempt = useAttempt();
  const mutations = useRecordMutations(operations, customerId);
  const label = status.action ?? status.option ?? status.label;
  return (
    <>
      <DeleteButton
        name={operations.name(record, context)}
        onDelete={() => {
          onClose();
          void mutations.remove(record);
        }}
      />
      <Button variant="default" onClick={onEdit}>
        {t("ui.edit")}
      </Button>
      {(props.next ?? status.next(record)).map((next) => (
        <Button
          key={next}
          variant="default"
          onClick={() => void attempt(() => mutations.update(record, status.change(next)))}
        >
          {label(t, next, record)}
        </Button>
      ))}
      {children}
    </>
  );
}
