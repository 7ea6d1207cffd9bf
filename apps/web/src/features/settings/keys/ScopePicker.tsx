import type { Permission } from "@clientela/shared/records/roles";
import { Button, Checkbox } from "@mantine/core";
import { useId } from "react";
import { useT } from "../../../i18n/useT.js";
import { useViewer } from "../../../session/viewer.js";
import classes from "./ScopePicker.module.css";
import { scopeGroups, verbOf } from "./scopeGroups.js";

interface ScopePickerProps {
  value: readonly Permission[];
  onChange: (scopes: Permission[]) => void;
  error?: string;
}

/** What a key may do, by noun, out of what its maker may do. */
export function ScopePicker({ value, onChange, error }: ScopePickerProps) {
  const t = useT();
  const { permissions } = useViewer();
  const id = useId();
  const groups = scopeGroups(permissions);
  const chosen = new Set(value);
  const all = groups.flatMap(({ scopes }) => scopes);

  function toggle(scope: Permission, on: boolean) {
    const next = new Set(chosen);
    if (on) next.add(scope);
    else next.delete(scope);
    onChange(all.filter((one) => next.has(one)));
  }

  return (
    <fieldset className={classes.set} aria-describedby={error ? `${id}-error` : undefined}>
      <legend className={classes.legend}>{t("settings.scopes")}</legend>
      <div className={classes.presets}>
        <Button
          size="xs"
          variant="default"
          onClick={() => onChange(all.filter((scope) => verbOf(scope) === "read"))}
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
        {groups.map(({ noun, scopes }) => (
          // biome-ignore lint/a11y/useSemanticElements: fieldsets inside of one another are read out twice.
          <div key={noun} className={classes.group} role="group" aria-labelledby={`${id}-${noun}`}>
            <span id={`${id}-${noun}`} className={classes.noun}>
              {t(`settings.noun.${noun}`)}
            </span>
            <span className={classes.scopes}>
              {scopes.map((scope) => (
                <Checkbox
                  key={scope}
                  size="sm"
                  label={t(`settings.verb.${verbOf(scope)}`)}
                  checked={chosen.has(scope)}
                  onChange={(event) => toggle(scope, event.currentTarget.checked)}
                />
              ))}
            </span>
          </div>
        ))}
      </div>
    </fieldset>
  );
}
