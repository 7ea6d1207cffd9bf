import { MAX_CONTACT_POINTS, MAX_LABEL } from "@clientela/shared/records/contactPoints";
import { Button } from "@mantine/core";
import { IconArrowUp, IconPlus, IconStar, IconTrash } from "@tabler/icons-react";
import { type KeyboardEvent, useRef, useState } from "react";
import { usePhoneFormat } from "../../i18n/usePhoneFormat.js";
import { useT } from "../../i18n/useT.js";
import { TextField } from "../../ui/fields/TextField.js";
import { InlineEdit } from "../../ui/inline/InlineEdit.js";
import { type RowAction, RowMenu } from "../../ui/overlays/RowMenu.js";
import { useAttempt } from "../../ui/toasts/useAttempt.js";
import classes from "./ContactPointList.module.css";
import { labelText, labelTyped, type Point, type PointKind } from "./points.js";

interface ContactPointListProps {
  kind: PointKind;
  points: readonly Point[];
  readOnly: boolean;
  /** Leaves out the value of the main one, which is edited next to the list. */
  withoutMain?: boolean;
  /** Saves the whole list; rejects with a message to show. */
  onSave: (points: Point[]) => Promise<unknown>;
}

const INPUT_TYPES = { email: "email", phone: "tel" } as const;

/**
 * The e-mail addresses or phones of a record in order, each edited in its place: value and label, a menu to make it
 * the main one, move or remove it, and a button to add one.
 */
export function ContactPointList(props: ContactPointListProps) {
  const { kind, points, readOnly, withoutMain = false, onSave } = props;
  const shown = points.flatMap((point, index) => {
    const isCalm = index === 0 && withoutMain && points.length === 1 && point.label === null;
    return isCalm ? [] : [{ point, index }];
  });
  return (
    <div className={classes.points}>
      {shown.length > 0 && (
        <ul className={classes.list}>
          {shown.map(({ point, index }) => (
            <PointLine
              key={point.value}
              {...{ kind, points, readOnly, onSave, point, index }}
              withValue={index > 0 || !withoutMain}
            />
          ))}
        </ul>
      )}
      {!readOnly && points.length < MAX_CONTACT_POINTS && (points.length > 0 || !withoutMain) && (
        <NewPoint kind={kind} onAdd={(value) => onSave([...points, { value, label: null }])} />
      )}
    </div>
  );
}

interface PointLineProps extends Pick<ContactPointListProps, "kind" | "readOnly" | "onSave"> {
  points: readonly Point[];
  point: Point;
  index: number;
  withValue: boolean;
}

function PointLine({ kind, points, point, index, readOnly, withValue, onSave }: PointLineProps) {
  const t = useT();
  const attempt = useAttempt();
  const formatPhone = usePhoneFormat();
  const { value, label } = point;
  const text = kind === "phone" ? formatPhone(value) : value;
  const others = points.filter((one) => one !== point);
  const replaced = (by: Point) => points.map((one) => (one === point ? by : one));
  const actions: RowAction[] =
    index === 0
      ? []
      : [
          {
            label: t("record.makeMain"),
            icon: <IconStar size={15} />,
            onClick: () => void attempt(() => onSave([point, ...others])),
          },
          {
            label: t("record.moveUp"),
            icon: <IconArrowUp size={15} />,
            onClick: () => void attempt(() => onSave(movedUp(points, index))),
          },
        ];
  if (withValue) {
    actions.push({
      label: t("ui.delete"),
      icon: <IconTrash size={15} />,
      destructive: true,
      onClick: () => void attempt(() => onSave(others)),
    });
  }
  return (
    <li className={classes.line}>
      {withValue && (
        <span className={classes.value}>
          <InlineEdit
            label={
              index === 0
                ? t(`field.${kind}`)
                : t(`record.${kind}Number`, { number: String(index + 1) })
            }
            value={value}
            shown={text}
            readOnly={readOnly}
            onSave={(typed) => onSave(typed ? replaced({ value: typed, label }) : others)}
          />
        </span>
      )}
      <span className={withValue ? classes.label : classes.mainLabel}>
        {(label !== null || !readOnly) && (
          <InlineEdit
            label={t("record.labelOf", { value: text })}
            value={labelText(t, label)}
            placeholder={t("record.labelExamples")}
            readOnly={readOnly}
            check={(typed) =>
              typed.length > MAX_LABEL || /[()]/.test(typed)
                ? t("record.labelInvalid", { max: MAX_LABEL })
                : undefined
            }
            onSave={(typed) => onSave(replaced({ value, label: labelTyped(t, typed) }))}
          />
        )}
      </span>
      {!readOnly && <RowMenu label={t("ui.moreFor", { name: text })} actions={actions} />}
    </li>
  );
}

function movedUp(points: readonly Point[], index: number): Point[] {
  const moved = [...points];
  moved.splice(index - 1, 0, ...moved.splice(index, 1));
  return moved;
}

function NewPoint({
  kind,
  onAdd,
}: {
  kind: PointKind;
  onAdd: (value: string) => Promise<unknown>;
}) {
  const t = useT();
  const [draft, setDraft] = useState<string>();
  const [error, setError] = useState<string>();
  const [saving, setSaving] = useState(false);
  const button = useRef<HTMLButtonElement>(null);

  function close() {
    setDraft(undefined);
    setError(undefined);
    // The button comes back with the next render.
    requestAnimationFrame(() => button.current?.focus());
  }

  async function send() {
    const value = draft?.trim();
    if (!value) return close();
    setSaving(true);
    try {
      await onAdd(value);
      close();
    } catch (failure) {
      setError(failure instanceof Error ? failure.message : t("ui.notSaved"));
    } finally {
      setSaving(false);
    }
  }

  // It may stand in a form or drawer, which Enter would save and Esc would close.
  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    if (event.key !== "Enter" && event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === "Escape") close();
    else if (!saving) void send();
  }

  if (draft === undefined) {
    return (
      <Button
        ref={button}
        size="compact-sm"
        variant="subtle"
        leftSection={<IconPlus size={13} />}
        onClick={() => setDraft("")}
      >
        {t(`record.${kind}Add`)}
      </Button>
    );
  }
  return (
    <div className={classes.add}>
      <TextField
        autoFocus
        label={t(`record.${kind}New`)}
        type={INPUT_TYPES[kind]}
        value={draft}
        error={error}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <Button variant="default" loading={saving} onClick={() => void send()}>
        {t("ui.save")}
      </Button>
    </div>
  );
}
