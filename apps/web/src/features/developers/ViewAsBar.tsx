import { ROLES, type Role } from "@clientela/shared/records/roles";
import { NativeSelect } from "@mantine/core";
import { IconEye } from "@tabler/icons-react";
import { useT } from "../../i18n/useT.js";
import classes from "./ViewAsBar.module.css";

interface ViewAsBarProps {
  /** The role to view the results as; null for one's own. */
  role: Role | null;
  onChange: (role: Role | null) => void;
}

/** Lets an administrator see the results of another role, and shows that while it is active. */
export function ViewAsBar({ role, onChange }: ViewAsBarProps) {
  const t = useT();
  return (
    <div className={classes.bar} data-viewing={role !== null || undefined}>
      <NativeSelect
        aria-label={t("developers.viewAs")}
        leftSection={<IconEye size={16} />}
        value={role ?? ""}
        onChange={({ currentTarget: { value } }) =>
          onChange(ROLES.find((one) => one === value) ?? null)
        }
        data={[
          { value: "", label: t("developers.viewAsYourself") },
          ...ROLES.filter((one) => one !== "admin").map((one) => ({
            value: one,
            label: t("developers.viewAsRole", { role: t(`shell.role.${one}`) }),
          })),
        ]}
      />
      <p role="status" className={classes.note}>
        {role && t("developers.viewingAs", { role: t(`shell.role.${role}`) })}
      </p>
    </div>
  );
}
