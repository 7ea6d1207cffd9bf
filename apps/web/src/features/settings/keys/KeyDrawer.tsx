import { KEY_SCOPES, type Permission } from "@clientela/shared/records/roles";
import { Button } from "@mantine/core";
import { useFormat } from "../../../i18n/useFormat.js";
import { useT } from "../../../i18n/useT.js";
import { useMay } from "../../../session/viewer.js";
import { SideDrawer } from "../../../ui/overlays/SideDrawer.js";
import { Fact, Facts } from "../Facts.js";
import { permissionGroups, verbOf } from "../permissionGroups.js";
import { KeyBadge } from "./KeyBadge.js";
import classes from "./KeyDrawer.module.css";
import { type Key, keyState } from "./keyEdits.js";

interface KeyDrawerProps {
  apiKey: Key;
  onClose: () => void;
  onRevoke: () => void;
}

/** A key with all that it may do. */
export function KeyDrawer({ apiKey, onClose, onRevoke }: KeyDrawerProps) {
  const t = useT();
  const format = useFormat();
  const mayWrite = useMay("keys:write");
  const moment = (value: string | null | undefined, none: string) =>
    value ? format.dateTime(value) : none;
  const groups = permissionGroups(KEY_SCOPES.filter((one) => holds(apiKey, one)));
  return (
    <SideDrawer
      opened
      onClose={onClose}
      title={apiKey.name}
      footer={
        mayWrite &&
        keyState(apiKey) === "active" && (
          <Button variant="default" className={classes.revoke} onClick={onRevoke}>
            {t("settings.revoke")}
          </Button>
        )
      }
    >
      <Facts>
        <Fact name={t("settings.state")}>
          <KeyBadge apiKey={apiKey} />
        </Fact>
        <Fact name={t("settings.prefix")}>
          <code className={classes.code}>{apiKey.prefix}…</code>
        </Fact>
        <Fact name={t("settings.maker")}>{apiKey.createdBy?.name}</Fact>
        <Fact name={t("settings.created")}>{format.dateTime(apiKey.createdAt)}</Fact>
        <Fact name={t("settings.lastUsed")}>{moment(apiKey.lastUsedAt, t("settings.never"))}</Fact>
        <Fact name={t("settings.expires")}>{moment(apiKey.expiresAt, t("settings.never"))}</Fact>
        {apiKey.revokedAt && (
          <Fact name={t("settings.revoked")}>{format.dateTime(apiKey.revokedAt)}</Fact>
        )}
      </Facts>
      <h3 className={classes.title}>{t("settings.scopes")}</h3>
      <p className={classes.hint}>{t("settings.scopesOfMaker")}</p>
      <Facts>
        {groups.map(({ noun, permissions }) => (
          <Fact key={noun} name={t(`settings.noun.${noun}`)}>
            {permissions.map((scope) => t(`settings.verb.${verbOf(scope)}`)).join(", ")}
          </Fact>
        ))}
      </Facts>
    </SideDrawer>
  );
}

function holds({ scopes }: Key, permission: Permission): boolean {
  return scopes.some((scope) => scope === permission);
}
