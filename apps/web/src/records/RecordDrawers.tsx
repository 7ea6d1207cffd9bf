import type { ReactNode } from "react";
import { useT } from "../i18n/useT.js";
import { useMay } from "../session/viewer.js";
import { SideDrawer } from "../ui/overlays/SideDrawer.js";
import { useDrawerParam } from "../ui/overlays/useDrawerParam.js";
import { DeletedRecord } from "./DeletedRecord.js";
import type { RecordOperations, Stored } from "./defineOperations.js";
import { useRecord } from "./useRecord.js";

/** What the drawer with a form is given. */
export interface FormDrawerProps<Full> {
  /** The record to change; without one, a new one is created. */
  record: Full | undefined;
  /** What the drawer was opened with besides `new`, as in `new:<project>`. */
  preset: string | null;
  onClose: () => void;
}

/** What the drawer that shows a record is given. */
export interface ViewDrawerProps {
  id: string;
  onClose: () => void;
  /** Opens the form; undefined for who may not change it. */
  onEdit: (() => void) | undefined;
}

interface RecordDrawersProps<
  Full extends Listed,
  Listed extends Stored,
  Values extends object,
  Create,
  Loaded,
> {
  operations: RecordOperations<Full, Listed, Values, Create, Loaded>;
  /** What the URL calls the drawers: `?quote=<id>`, `?editQuote=<id>` or `?editQuote=new`. */
  params: { view?: string; edit: string };
  view?: (props: ViewDrawerProps) => ReactNode;
  form: (props: FormDrawerProps<Full>) => ReactNode;
}

/** The drawers of a kind of record that the URL can open: one that shows a record, and one with its form. */
export function RecordDrawers<
  Full extends Listed,
  Listed extends Stored,
  Values extends object,
  Create,
  Loaded,
>(props: RecordDrawersProps<Full, Listed, Values, Create, Loaded>) {
  const { operations, params, view, form } = props;
  const look = useDrawerParam(params.view ?? params.edit);
  const edit = useDrawerParam(params.edit);
  const mayWrite = useMay(operations.write);
  const [word, preset = null] = edit.value?.split(":") ?? [];
  return (
    <>
      {view && look.value && (
        <Keyed key={look.value}>
          {view({
            id: look.value,
            onClose: look.close,
            onEdit: mayWrite ? () => edit.open(look.value ?? "") : undefined,
          })}
        </Keyed>
      )}
      {edit.value && (
        <Keyed key={edit.value}>
          {word === "new" ? (
            mayWrite && form({ record: undefined, preset, onClose: edit.close })
          ) : (
            <EditDrawer id={edit.value} operations={operations} onClose={edit.close}>
              {(record) => form({ record, preset: null, onClose: edit.close })}
            </EditDrawer>
          )}
        </Keyed>
      )}
    </>
  );
}

/** Another record is another drawer, which begins again. */
function Keyed({ children }: { children: ReactNode }) {
  return children;
}

interface EditDrawerProps<
  Full extends Listed,
  Listed extends Stored,
  Values extends object,
  Create,
  Loaded,
> {
  id: string;
  operations: RecordOperations<Full, Listed, Values, Create, Loaded>;
  onClose: () => void;
  children: (record: Full) => ReactNode;
}

function EditDrawer<
  Full extends Listed,
  Listed extends Stored,
  Values extends object,
  Create,
  Loaded,
>({ id, operations, onClose, children }: EditDrawerProps<Full, Listed, Values, Create, Loaded>) {
  const t = useT();
  const mayWrite = useMay(operations.write);
  const { found, gone } = useRecord(operations.load, { id }, operations.loaded);
  const mayChange = found && (operations.mayChange?.(found) ?? mayWrite);
  if (gone) {
    return (
      <SideDrawer opened onClose={onClose} title={t("ui.edit")}>
        <DeletedRecord id={id} operations={operations} />
      </SideDrawer>
    );
  }
  return mayChange ? children(found) : null;
}
