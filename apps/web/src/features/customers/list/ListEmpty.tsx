import { Button } from "@mantine/core";
import { IconSearchOff, IconUpload, IconUserPlus, IconUsers } from "@tabler/icons-react";
import { Link } from "react-router";
import { useT } from "../../../i18n/useT.js";
import { paths } from "../../../paths.js";
import { useMay } from "../../../session/viewer.js";
import { EmptyState } from "../../../ui/feedback/EmptyState.js";
import { ErrorNote } from "../../../ui/feedback/ErrorNote.js";
import classes from "./ListEmpty.module.css";
import { activeFilters, type ListParams, withoutFilters } from "./listParams.js";

interface ListEmptyProps {
  listParams: ListParams;
  onParams: (listParams: ListParams) => void;
  /** Opens the drawer for a new customer; left out where the viewer may not add one. */
  onAdd: (() => void) | undefined;
  error: unknown;
  onRetry: () => void;
}

/** Shown when the list has no rows: the reason, and what to do about it. */
export function ListEmpty({ listParams, onParams, onAdd, error, onRetry }: ListEmptyProps) {
  const t = useT();
  const mayImport = useMay("imports:write");
  if (error !== undefined) {
    return (
      <div className={classes.error}>
        <ErrorNote error={error} onRetry={onRetry}>
          {t("customers.failed")}
        </ErrorNote>
      </div>
    );
  }
  if (listParams.search.trim() !== "" || activeFilters(listParams).length > 0) {
    return (
      <EmptyState
        icon={<IconSearchOff size={20} stroke={1.6} />}
        action={
          <Button variant="default" onClick={() => onParams(withoutFilters(listParams))}>
            {t("customers.clearFilters")}
          </Button>
        }
      >
        {t("customers.nothingMatches")}
      </EmptyState>
    );
  }
  if (listParams.view !== "all") {
    return (
      <EmptyState icon={<IconUsers size={20} stroke={1.6} />}>
        {t(`customers.emptyView.${listParams.view}`)}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={<IconUsers size={20} stroke={1.6} />}
      action={
        <div className={classes.actions}>
          {onAdd && (
            <Button leftSection={<IconUserPlus size={16} stroke={1.6} />} onClick={onAdd}>
              {t("customers.add")}
            </Button>
          )}
          {mayImport && (
            <Button
              component={Link}
              to={paths.newImport}
              variant="default"
              leftSection={<IconUpload size={16} stroke={1.6} />}
            >
              {t("customers.import")}
            </Button>
          )}
        </div>
      }
    >
      {t("customers.empty")}
    </EmptyState>
  );
}
