import { useT } from "../../../i18n/useT.js";
import { useRoleOfViewer, useViewer } from "../../../session/viewer.js";
import { Row, Rows } from "../Rows.js";
import { SettingsFrame } from "../SettingsFrame.js";
import { DeviceSettings } from "./DeviceSettings.js";
import { OwnKeys } from "./OwnKeys.js";
import { SessionList } from "./SessionList.js";
import { SigningIn } from "./SigningIn.js";

/** The viewer's own account: who they are here, their password, sessions and this device. */
export function Component() {
  const t = useT();
  const viewer = useViewer();
  const role = useRoleOfViewer();
  return (
    <SettingsFrame section="account">
      <Rows title={t("settings.you")} hint={t("settings.youHint")}>
        <Row name={t("field.name")}>{viewer.name}</Row>
        <Row name={t("field.email")}>{viewer.email}</Row>
        <Row name={t("settings.role")}>{role}</Row>
      </Rows>
      <SigningIn />
      <SessionList />
      <OwnKeys />
      <DeviceSettings />
    </SettingsFrame>
  );
}
