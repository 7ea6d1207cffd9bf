import { NativeSelect } from "@mantine/core";
import { IconEye } from "@tabler/icons-react";
import { useT } from "../../../i18n/useT.js";
import classes from "./ViewAsBar.module.css";
import { useViewableRoles } from "./viewableRoles.js";

interface ViewAsBarProps {
  /** The id of the role to view the results as; null for one's own. */
  roleId: string | null;
  onChange: (roleId: string | null) => void;
}

/** Lets an administrator see the results of another role, and shows that while it is active. */
export function ViewAsBar({ roleId, onChange }: ViewAsBarProps) {
  const t = useT();
  const roles = useViewableRoles();
  const role = roles.find(({ id }) => id === roleId);
  return (
    <div className={classes.bar} data-viewing={roleId !== null || undefined}>
      <NativeSelect
        aria-label={t("developers.viewAs")}
        leftSection={<IconEye size={16} />}
        value={roleId ?? ""}
        onChange={({ currentTarget: { value } }) => onChange(value || null)}
        data={[
          { value: "", label: t("developers.viewAsYourself") },
          ...roles.map(({ id, name }) => ({
            value: id,
            label: t("developers.viewAsRole", { role: name }),
          })),
        ]}
      />
      <p role="status" className={classes.note}>
        {role && t("developers.viewingAs", { role: role.name })}
        {role &&
          role.recordAccess !== "ALL" &&
          ` ${t(`developers.viewingLimited.${role.recordAccess}`)}`}
      </p>
    </div>
  );
}
