import { Button } from "@mantine/core";
import { IconUsers } from "@tabler/icons-react";
import { Link } from "react-router";
import { useT } from "../../../i18n/useT.js";
import { paths } from "../../../paths.js";
import { useLifecycle } from "../profile/useLifecycle.js";
import { StatusBadge } from "../StatusBadge.js";
import classes from "./CreateDrawer.module.css";
import type { LikelyDuplicate } from "./useLikelyDuplicates.js";

interface LikelyDuplicatesProps {
  found: readonly LikelyDuplicate[];
  /** An archived customer was restored instead of being added again. */
  onRestored: () => void;
}

/** Customers that may already be the one being typed: a warning, not a refusal. */
export function LikelyDuplicates({ found, onRestored }: LikelyDuplicatesProps) {
  const t = useT();
  return (
    <div role="status">
      {found.length > 0 && (
        <div className={classes.duplicates}>
          <p className={classes.duplicatesTitle}>
            <IconUsers size={14} aria-hidden="true" />
            {t("newCustomer.likely", { count: found.length })}
          </p>
          <ul className={classes.duplicateList}>
            {found.map((one) => (
              <LikelyOne key={one.customer.id} found={one} onRestored={onRestored} />
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

interface LikelyOneProps {
  found: LikelyDuplicate;
  onRestored: () => void;
}

function LikelyOne({ found: { customer, reasons }, onRestored }: LikelyOneProps) {
  const t = useT();
  const { id, number, legalName, taxId, address, status } = customer;
  const { restore } = useLifecycle({ id, name: legalName });
  return (
    <li className={classes.duplicate}>
      <span className={classes.duplicateName}>
        <Link to={paths.customer(id)}>{legalName}</Link>
        {status !== "ACTIVE" && <StatusBadge status={status} />}
        {status === "ARCHIVED" && (
          <Button
            size="compact-xs"
            variant="default"
            aria-label={t("newCustomer.restore", { name: legalName })}
            onClick={async () => {
              if (await restore()) onRestored();
            }}
          >
            {t("customers.restore")}
          </Button>
        )}
      </span>
      <span className={classes.duplicateFacts}>
        <strong>{reasons.map((reason) => t(`duplicates.reason.${reason}`)).join(", ")}</strong>
        {[number, taxId?.formatted, address?.city].filter(Boolean).map((fact) => (
          <span key={fact}> · {fact}</span>
        ))}
      </span>
    </li>
  );
}
