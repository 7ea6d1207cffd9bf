import { useFormat } from "../../i18n/useFormat.js";
import { useT } from "../../i18n/useT.js";
import { useViewer } from "../../session/viewer.js";
import { Row, Rows } from "./Rows.js";
import { SettingsFrame } from "./SettingsFrame.js";

/** What the organisation set for everyone. */
export function Component() {
  const t = useT();
  const format = useFormat();
  const viewer = useViewer();
  return (
    <SettingsFrame>
      <Rows title={t("settings.forAll")} hint={t("settings.fromEnvironment")}>
        <Row name={t("settings.timeZone")} hint={t("settings.timeZoneHint")}>
          {viewer.timeZone}
        </Row>
        <Row name={t("settings.today")}>{format.date(viewer.today)}</Row>
        <Row name={t("settings.currency")}>{viewer.currency}</Row>
      </Rows>
    </SettingsFrame>
  );
}
