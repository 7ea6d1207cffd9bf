import { KEY_SCOPES } from "@clientela/shared/records/roles";
import { Button } from "@mantine/core";
import { useState } from "react";
import type { OwnKeyFragment } from "../../../gql/graphql.js";
import { useFormat } from "../../../i18n/useFormat.js";
import { useT } from "../../../i18n/useT.js";
import { ConfirmDialog } from "../../../ui/overlays/ConfirmDialog.js";
import lines from "../AccessLines.module.css";
import { permissionGroups, verbOf } from "../permissionGroups.js";
import { KeyBadge } from "./KeyBadge.js";
import { keyState, useKeyEdits } from "./keyEdits.js";

interface KeyLinesProps {
  keys: readonly OwnKeyFragment[];
  /** Whether the viewer may revoke them. */
  revocable: boolean;
}

/** The keys of one person, with what each may do and the button that revokes it. */
export function KeyLines({ keys, revocable }: KeyLinesProps) {
  const t = useT();
  const edits = useKeyEdits();
  const [revoking, setRevoking] = useState<OwnKeyFragment>();
  return (
    <>
      <ul className={lines.list}>
        {keys.map((key) => (
          <KeyLine
            key={key.id}
            apiKey={key}
            onRevoke={revocable && keyState(key) === "active" ? () => setRevoking(key) : undefined}
          />
        ))}
      </ul>
      {revoking && (
        <ConfirmDialog
          title={t("settings.revokeTitle", { name: revoking.name })}
          confirmLabel={t("settings.revoke")}
          destructive
          onConfirm={() => edits.revoke(revoking.id)}
          onClose={() => setRevoking(undefined)}
        >
          <p>{t("settings.revokeText")}</p>
        </ConfirmDialog>
      )}
    </>
  );
}

function KeyLine({
  apiKey,
  onRevoke,
}: {
  apiKey: OwnKeyFragment;
  onRevoke: (() => void) | undefined;
}) {
  const t = useT();
  const format = useFormat();
  const { name, prefix, scopes, lastUsedAt, expiresAt } = apiKey;
  const held: ReadonlySet<string> = new Set(scopes);
  const may = permissionGroups(KEY_SCOPES.filter((scope) => held.has(scope))).map(
    ({ noun, permissions }) =>
      `${t(`settings.noun.${noun}`)}: ${permissions.map((one) => t(`settings.verb.${verbOf(one)}`)).join(", ")}`,
  );
  return (
    <li className={lines.session}>
      <div className={lines.what}>
        <div className={lines.name}>
          {name}
          <KeyBadge apiKey={apiKey} />
        </div>
        <p className={lines.hint}>
          <code>{prefix}…</code>
          {" · "}
          {lastUsedAt
            ? t("settings.keyUsed", { when: format.relative(lastUsedAt) })
            : t("settings.neverUsed")}
          {" · "}
          {expiresAt
            ? t("settings.keyExpires", { date: format.date(expiresAt) })
            : t("settings.expiry.never")}
        </p>
        <p className={lines.hint}>{may.join(" · ")}</p>
      </div>
      {onRevoke && (
        <Button variant="default" aria-label={t("settings.revokeKey", { name })} onClick={onRevoke}>
          {t("settings.revoke")}
        </Button>
      )}
    </li>
  );
}
