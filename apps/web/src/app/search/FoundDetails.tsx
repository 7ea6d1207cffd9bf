import { IconBuilding } from "@tabler/icons-react";
import { useT } from "../../i18n/useT.js";
import classes from "./FoundDetails.module.css";
import { detailsOf, type FoundRecord, kindOf } from "./foundRecords.js";

/** A record that a search found, in a line: its kind, its name, and what distinguishes it from others. */
export function FoundDetails({ found }: { found: FoundRecord }) {
  const t = useT();
  const kind = kindOf(found);
  const Icon = kind?.icon ?? IconBuilding;
  const label = kind ? t(`trash.type.${kind.type}`) : found.type;
  return (
    <span className={classes.found}>
      <Icon size={18} stroke={1.6} className={classes.icon} aria-hidden="true" />
      <span className={classes.texts}>
        <span className={classes.title}>{found.title}</span>
        <span className={classes.details}>
          {[label, detailsOf(found)].filter(Boolean).join(" · ")}
        </span>
      </span>
    </span>
  );
}
