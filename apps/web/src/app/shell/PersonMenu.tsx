import { Avatar, Menu, useMantineColorScheme } from "@mantine/core";
import { IconLogout } from "@tabler/icons-react";
import { currentLanguage } from "../../i18n/i18n.js";
import { languages, storeLanguage } from "../../i18n/language.js";
import { languageNames } from "../../i18n/languageNames.js";
import { useT } from "../../i18n/useT.js";
import { activateAll } from "../../locales/loadMessages.js";
import { paths } from "../../paths.js";
import { forgetPerson } from "../../session/leftovers.js";
import { useRoleOfViewer, useViewer } from "../../session/viewer.js";
import { ConnectionFailed } from "../../ui/connection.js";
import { useAttempt } from "../../ui/toasts/useAttempt.js";
import { post } from "../post.js";
import classes from "./PersonMenu.module.css";

const schemes = { auto: "shell.system", light: "shell.light", dark: "shell.dark" } as const;

/** Who is signed in; their language, light or dark, and the way out. */
export function PersonMenu({ folded }: { folded: boolean }) {
  const t = useT();
  const viewer = useViewer();
  const role = useRoleOfViewer();
  const attempt = useAttempt();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Menu position={folded ? "top-end" : "top-start"} width={240}>
      <Menu.Target>
        <button type="button" className={classes.person} data-folded={folded || undefined}>
          <Avatar name={viewer.name} size={26} color="brand" aria-hidden />
          <span className={folded ? "visually-hidden" : classes.who}>
            <span className={classes.name}>{viewer.name}</span>{" "}
            <span className={classes.role}>{role}</span>
          </span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={classes.head}>
          <span className={classes.name}>{viewer.name}</span>
          <span className={classes.role}>{viewer.email ?? role}</span>
        </div>
        <Menu.Divider />
        <Menu.Label>{t("shell.language")}</Menu.Label>
        <Menu.RadioGroup value={currentLanguage()}>
          {languages.map((language) => (
            <Menu.RadioItem
              key={language}
              value={language}
              lang={language}
              onChange={() => {
                storeLanguage(language);
                void attempt(() => activateAll(language));
              }}
            >
              {languageNames[language]}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Label>{t("shell.appearance")}</Menu.Label>
        <Menu.RadioGroup value={colorScheme}>
          {(["auto", "light", "dark"] as const).map((scheme) => (
            <Menu.RadioItem key={scheme} value={scheme} onChange={() => setColorScheme(scheme)}>
              {t(schemes[scheme])}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => void attempt(signOut)}>
          {t("shell.signOut")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

async function signOut() {
  const result = await post("/api/auth/sign-out", {});
  // A session that is over already is what was wanted.
  if (result.kind === "unreachable") throw new ConnectionFailed(result.kind);
  forgetPerson();
  location.replace(paths.signIn());
}
