import { Button } from "@mantine/core";
import { IconPencil, IconPlus, IconTrash } from "@tabler/icons-react";
import { type ReactNode, useId } from "react";
import { useT } from "../../i18n/useT.js";
import { RowMenu } from "../../ui/overlays/RowMenu.js";
import { showToast } from "../../ui/toasts/toasts.js";
import { useAttempt } from "../../ui/toasts/useAttempt.js";
import classes from "./EditableSection.module.css";

interface EditableSectionProps {
  title: string;
  hint: string;
  /** What the button says that opens an empty form. */
  add: string;
  /** Opens it; without it there is no button. */
  onAdd: (() => void) | undefined;
  children: ReactNode;
}

/** A part of a page of settings whose entries are created, edited and deleted on the page. */
export function EditableSection({ title, hint, add, onAdd, children }: EditableSectionProps) {
  const id = useId();
  return (
    <section className={classes.section} aria-labelledby={id}>
      <div className={classes.head}>
        <h2 id={id} className={classes.title}>
          {title}
        </h2>
        {onAdd && (
          <Button size="xs" variant="default" leftSection={<IconPlus size={14} />} onClick={onAdd}>
            {add}
          </Button>
        )}
      </div>
      <p className={classes.hint}>{hint}</p>
      {children}
    </section>
  );
}

interface EntryMenuProps {
  name: string;
  onEdit: () => void;
  onDelete: () => Promise<unknown>;
  /** What a toast says once it is deleted. */
  deleted: string;
}

/** Edits or deletes one entry of a section. */
export function EntryMenu({ name, onEdit, onDelete, deleted }: EntryMenuProps) {
  const t = useT();
  const attempt = useAttempt();
  const remove = () =>
    attempt(async () => {
      await onDelete();
      showToast({ message: deleted });
    });
  return (
    <RowMenu
      label={t("ui.moreFor", { name })}
      actions={[
        { label: t("ui.edit"), icon: <IconPencil size={15} />, onClick: onEdit },
        {
          label: t("ui.delete"),
          icon: <IconTrash size={15} />,
          destructive: true,
          onClick: () => void remove(),
        },
      ]}
    />
  );
}
