import type { ReactNode } from "react";
import { useT } from "../../i18n/useT.js";
import { paths, type SettingsSection } from "../../paths.js";
import { useMay } from "../../session/viewer.js";
import { LinkTabs } from "../../ui/page/LinkTabs.js";
import { PageHeader } from "../../ui/page/PageHeader.js";
import classes from "./SettingsFrame.module.css";

interface SettingsFrameProps {
  /** Which section is on screen; the organisation's own unless said. */
  section?: SettingsSection;
  /** Buttons at the right of the frame's header. */
  actions?: ReactNode;
  children: ReactNode;
}

/** A section of the settings, with links to the others. */
export function SettingsFrame({ section, actions, children }: SettingsFrameProps) {
  const t = useT();
  const mayReadKeys = useMay("keys:read");
  const mayReadWebhooks = useMay("webhooks:read");
  const mayOperate = useMay("settings:write");
  const sections: (SettingsSection | undefined)[] = [
    undefined,
    "people",
    ...(mayReadKeys ? (["keys"] as const) : []),
    ...(mayReadWebhooks ? (["webhooks"] as const) : []),
    ...(mayOperate ? (["operations"] as const) : []),
    "account",
  ];
  return (
    <>
      <PageHeader
        title={t(`settings.section.${section ?? "organisation"}`)}
        crumbs={[{ label: t("shell.settings"), to: section && paths.settings() }]}
        actions={actions}
      />
      <LinkTabs
        label={t("settings.sections")}
        tabs={sections.map((one) => ({
          to: paths.settings(one),
          label: t(`settings.section.${one ?? "organisation"}`),
          active: one === section,
        }))}
      />
      <div className={classes.body}>{children}</div>
    </>
  );
}
