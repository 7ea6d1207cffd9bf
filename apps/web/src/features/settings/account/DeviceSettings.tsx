import { SegmentedControl, Select, Switch, useMantineColorScheme } from "@mantine/core";
import { useSyncExternalStore } from "react";
import { currentLanguage } from "../../../i18n/i18n.js";
import { languages, storeLanguage } from "../../../i18n/language.js";
import { languageNames } from "../../../i18n/languageNames.js";
import { useT } from "../../../i18n/useT.js";
import { activateAll } from "../../../locales/loadMessages.js";
import {
  setSingleKeys,
  singleKeysOn,
  subscribeShortcuts,
} from "../../../ui/shortcuts/shortcuts.js";
import { Row, Rows } from "../Rows.js";
import classes from "./DeviceSettings.module.css";

/** What a person sets for this device. */
export function DeviceSettings() {
  const t = useT();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const singles = useSyncExternalStore(subscribeShortcuts, singleKeysOn);
  return (
    <Rows title={t("settings.device")}>
      <Row name={t("settings.language")}>
        <Select
          aria-label={t("settings.language")}
          className={classes.control}
          allowDeselect={false}
          value={currentLanguage()}
          data={languages.map((value) => ({ value, label: languageNames[value] }))}
          onChange={(chosen) => {
            const language = languages.find((one) => one === chosen);
            if (!language) return;
            storeLanguage(language);
            void activateAll(language);
          }}
        />
      </Row>
      <Row name={t("settings.appearance")}>
        <SegmentedControl
          aria-label={t("settings.appearance")}
          className={classes.control}
          value={colorScheme}
          onChange={setColorScheme}
          data={[
            { value: "auto", label: t("shell.system") },
            { value: "light", label: t("shell.light") },
            { value: "dark", label: t("shell.dark") },
          ]}
        />
      </Row>
      <Row name={t("settings.shortcuts")} hint={t("settings.shortcutsHint")}>
        <Switch
          aria-label={t("settings.shortcuts")}
          checked={singles}
          onChange={(event) => setSingleKeys(event.currentTarget.checked)}
        />
      </Row>
    </Rows>
  );
}
