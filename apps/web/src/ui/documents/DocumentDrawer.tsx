import { Button } from "@mantine/core";
import { IconFileTypePdf } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useT } from "../../i18n/useT.js";
import { SideDrawer } from "../overlays/SideDrawer.js";
import classes from "./DocumentDrawer.module.css";

interface DocumentDrawerProps {
  title: string;
  onClose: () => void;
  /** The badge of its state. */
  status: ReactNode;
  /** What it says next to its lines; a fact without a value is left out. */
  facts: readonly { label: string; value: ReactNode }[];
  lines: ReactNode;
  notes?: string | null;
  /** Where its PDF is; those that are no papers have none. */
  pdf?: string;
  /** Buttons: what can be done with it. */
  actions?: ReactNode;
}

/** A look into a quote, an order or an invoice. */
export function DocumentDrawer(props: DocumentDrawerProps) {
  const { title, onClose, status, facts, lines, notes, pdf, actions } = props;
  const t = useT();
  return (
    <SideDrawer opened onClose={onClose} title={title} footer={actions}>
      <div className={classes.head}>
        {status}
        {pdf && (
          <Button
            component="a"
            href={pdf}
            target="_blank"
            rel="noopener"
            variant="default"
            size="compact-sm"
            leftSection={<IconFileTypePdf size={16} aria-hidden />}
            data-print="hide"
          >
            {t("documents.pdf")}
          </Button>
        )}
      </div>
      <dl className={classes.facts}>
        {facts
          .filter(({ value }) => Boolean(value))
          .map(({ label, value }) => (
            <div key={label} className={classes.fact}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      {lines}
      {notes && <p className={classes.notes}>{notes}</p>}
    </SideDrawer>
  );
}
