import { Button } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { type FragmentType, readFragment } from "../../../gql/fragment-masking.js";
import { graphql } from "../../../gql/gql.js";
import { useT } from "../../../i18n/useT.js";
import { useOnline } from "../../../ui/feedback/useOnline.js";
import { showToast } from "../../../ui/toasts/toasts.js";
import { Badge } from "../../../ui/values/Badge.js";
import { Section } from "../Section.js";
import { AppDialog } from "./AppDialog.js";
import { BackupCodesDialog } from "./BackupCodesDialog.js";
import { PasswordDialog } from "./PasswordDialog.js";
import classes from "./TwoFactor.module.css";
import { type TwoFactorSetup, useTwoFactorEdits } from "./twoFactorEdits.js";

const fragment = graphql(`
  fragment TwoFactor_viewer on Viewer {
    backupCodesLeft
  }
`);

interface TwoFactorProps {
  /** Undefined until it is known whether it is on. */
  viewer: FragmentType<typeof fragment> | undefined;
  children: ReactNode;
}

type Open =
  | { kind: "start" | "renew" | "disable" }
  | { kind: "app"; setup: TwoFactorSetup }
  | { kind: "codes"; codes: readonly string[] };

/** The viewer's second step of signing in: whether it is on, and the way to change that. */
export function TwoFactor({ viewer, children }: TwoFactorProps) {
  const t = useT();
  const online = useOnline();
  const edits = useTwoFactorEdits();
  const [open, setOpen] = useState<Open>();
  const shown = readFragment(fragment, viewer);
  const left = shown?.backupCodesLeft;
  const close = () => setOpen(undefined);
  const button = (kind: "start" | "renew" | "disable", label: string) => (
    <Button variant="default" disabled={!online} onClick={() => setOpen({ kind })}>
      {label}
    </Button>
  );
  return (
    <Section title={t("settings.twoFactor")} hint={t("settings.twoFactorHint")}>
      {children}
      {shown && (
        <div className={classes.line}>
          {left == null ? (
            <>
              <Badge tone="grey">{t("settings.off")}</Badge>
              {button("start", t("settings.twoFactorOn"))}
            </>
          ) : (
            <>
              <Badge tone="green">{t("settings.on")}</Badge>
              <span>{t("settings.backupCodesLeft", { count: left })}</span>
              {button("renew", t("settings.newBackupCodes"))}
              {button("disable", t("settings.twoFactorOff"))}
            </>
          )}
        </div>
      )}
      {open?.kind === "start" && (
        <PasswordDialog
          title={t("settings.twoFactor")}
          text={t("settings.twoFactorNeeds")}
          submitLabel={t("settings.next")}
          onPassword={async (password) =>
            setOpen({ kind: "app", setup: await edits.start(password) })
          }
          onClose={close}
        />
      )}
      {open?.kind === "app" && (
        <AppDialog
          setup={open.setup}
          onCode={async (code) => setOpen({ kind: "codes", codes: await edits.confirm(code) })}
          onClose={close}
        />
      )}
      {open?.kind === "codes" && <BackupCodesDialog codes={open.codes} onClose={close} />}
      {open?.kind === "renew" && (
        <PasswordDialog
          title={t("settings.newBackupCodes")}
          text={t("settings.newBackupCodesText")}
          submitLabel={t("settings.newBackupCodes")}
          withCode
          onPassword={async (password, code) =>
            setOpen({ kind: "codes", codes: await edits.renew(password, code) })
          }
          onClose={close}
        />
      )}
      {open?.kind === "disable" && (
        <PasswordDialog
          title={t("settings.twoFactorOffTitle")}
          text={t("settings.twoFactorOffText")}
          submitLabel={t("settings.twoFactorOff")}
          destructive
          withCode
          onPassword={async (password, code) => {
            await edits.disable(password, code);
            close();
            showToast({ message: t("settings.twoFactorIsOff") });
          }}
          onClose={close}
        />
      )}
    </Section>
  );
}
