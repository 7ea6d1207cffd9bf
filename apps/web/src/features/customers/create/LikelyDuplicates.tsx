import { IconUsers } from "@tabler/icons-react";
import { Link } from "react-router";
import { paths } from "../../../app/paths.js";
import { useT } from "../../../i18n/useT.js";
import { StatusBadge } from "../StatusBadge.js";
import classes from "./CreateDrawer.module.css";
import type { LikelyDuplicate } from "./useLikelyDuplicates.js";

/** Customers that may already be the one being typed: a warning, not a refusal. */
export function LikelyDuplicates({ found }: { found: readonly LikelyDuplicate[] }) {
  const t = useT();
  return (
    <div role="status" className={classes.duplicatesPlace}>
      {found.length > 0 && (
        <div className={classes.duplicates}>
          <p className={classes.duplicatesTitle}>
            <IconUsers size={14} aria-hidden="true" />
            {t("newCustomer.likely", { count: found.length })}
          </p>
          <ul className={classes.duplicateList}>
            {found.map(({ id, number, legalName, taxId, address, status, reason }) => (
              <li key={id} className={classes.duplicate}>
                <span className={classes.duplicateName}>
                  <Link to={paths.customer(id)}>{legalName}</Link>
                  {status !== "ACTIVE" && <StatusBadge status={status} />}
                </span>
                <span className={classes.duplicateFacts}>
                  <strong>{t(`newCustomer.reason.${reason}`)}</strong>
                  {[number, taxId?.formatted, address?.city].filter(Boolean).map((fact) => (
                    <span key={fact}> · {fact}</span>
                  ))}
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
