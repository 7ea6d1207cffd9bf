import type { Permission } from "@clientela/shared/records/roles";
import { Button, Checkbox } from "@mantine/core";
import { useId } from "react";
import { useT } from "../../i18n/useT.js";
import classes from "./PermissionPicker.module.css";
import { permissionGroups, verbOf } from "./permissionGroups.js";

interface PermissionPickerProps {
  /** What can be chosen. */
  all: readonly Permission[];
  value: readonly Permission[];
  onChange: (permissions: Permission[]) => void;
  error?: string;
}

/** Chooses permissions, by noun. */
export function PermissionPicker({ all, value, onChange, error }: PermissionPickerProps) {
  const t = useT();
  const id = useId();
  const chosen = new Set(value);

  function toggle(permission: Permission, on: boolean) {
    const next = new Set(chosen);
    if (on) next.add(permission);
    else next.delete(permission);
    onChange(all.filter((one) => next.has(one)));
  }

  return (
    <fieldset className={classes.set} aria-describedby={error ? `${id}-error` : undefined}>
      <legend className={classes.legend}>{t("settings.scopes")}</legend>
      <div className={classes.presets}>
        <Button
          size="xs"
          variant="default"
          onClick={() => onChange(all.filter((one) => verbOf(one) === "read"))}
        >
          {t("settings.scopesRead")}
        </Button>
        <Button size="xs" variant="default" onClick={() => onChange([...all])}>
          {t("settings.scopesAll")}
        </Button>
        <Button size="xs" variant="subtle" onClick={() => onChange([])}>
          {t("settings.scopesNone")}
        </Button>
      </div>
      {error && (
        <p id={`${id}-error`} className={classes.error} role="alert">
          {error}
        </p>
      )}
      <div className={classes.groups}>
        {permissionGroups(all).map(({ noun, permissions }) => (
          // biome-ignore lint/a11y/useSemanticElements: fieldsets inside of one another are read out twice.
          <div key={noun} className={classes.group} role="group" aria-labelledby={`${id}-${noun}`}>
            <span id={`${id}-${noun}`} className={classes.noun}>
              {t(`settings.noun.${noun}`)}
            </span>
            <span className={classes.scopes}>
              {permissions.map((permission) => (
                <Checkbox
                  key={permission}
                  size="sm"
                  label={t(`settings.verb.${verbOf(permission)}`)}
                  checked={chosen.has(permission)}
                  onChange={(event) => toggle(permission, event.currentTarget.checked)}
                />
              ))}
            </span>
          </div>
        ))}
      </div>
    </fieldset>
  );
}
