import { SegmentedControl, Select, Switch, useMantineColorScheme } from "@mantine/core";
import { type ReactNode, useId, useSyncExternalStore } from "react";
import { activateAll, currentLanguage } from "../../i18n/i18n.js";
import { languages, storeLanguage } from "../../i18n/language.js";
import { languageNames } from "../../i18n/languageNames.js";
import { useFormat } from "../../i18n/useFormat.js";
import { useT } from "../../i18n/useT.js";
import { useViewer } from "../../session/viewer.js";
import { PageHeader } from "../../ui/PageHeader.js";
import { setSingleKeys, singleKeysOn, subscribeShortcuts } from "../../ui/shortcuts/shortcuts.js";
import classes from "./SettingsPage.module.css";

/** What the organisation set, and what a person sets for this device. */
export function Component() {
  const t = useT();
  const format = useFormat();
  const viewer = useViewer();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const singles = useSyncExternalStore(subscribeShortcuts, singleKeysOn);
  return (
    <>
      <PageHeader title={t("shell.settings")} />
      <div className={classes.page}>
        <Section title={t("settings.organisation")} hint={t("settings.fromEnvironment")}>
          <Row name={t("settings.timeZone")} hint={t("settings.timeZoneHint")}>
            {viewer.timeZone}
          </Row>
          <Row name={t("settings.today")}>{format.date(viewer.today)}</Row>
          <Row name={t("settings.currency")}>{viewer.currency}</Row>
        </Section>
        <Section title={t("settings.you")}>
          <Row name={t("settings.account")} hint={viewer.email ?? undefined}>
            {viewer.name} · {t(`shell.role.${viewer.role}`)}
          </Row>
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
        </Section>
      </div>
    </>
  );
}

interface SectionProps {
  title: string;
  hint?: string;
  children: ReactNode;
}

function Section({ title, hint, children }: SectionProps) {
  const id = useId();
  return (
    <section className={classes.section} aria-labelledby={id}>
      <h2 id={id} className={classes.title}>
        {title}
      </h2>
      {hint && <p className={classes.hint}>{hint}</p>}
      <dl className={classes.rows}>{children}</dl>
    </section>
  );
}

interface RowProps {
  name: string;
  hint?: string;
  children: ReactNode;
}

function Row({ name, hint, children }: RowProps) {
  return (
    <div className={classes.row}>
      <dt>
        {name}
        {hint && <span className={classes.hint}>{hint}</span>}
      </dt>
      <dd>{children}</dd>
    </div>
  );
}
