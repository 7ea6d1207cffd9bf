import { type ReactNode, useEffect, useRef } from "react";
import { useT } from "../../../i18n/useT.js";
import { paths } from "../../../paths.js";
import { PageHeader } from "../../../ui/page/PageHeader.js";
import classes from "./ImportFrame.module.css";
import { ImportStepper } from "./ImportStepper.js";
import type { ImportStep } from "./importSteps.js";

interface ImportFrameProps {
  title: string;
  current: ImportStep;
  open: readonly ImportStep[];
  children: ReactNode;
}

/** The frame around every step of an import: its name, its position, and the step's heading. */
export function ImportFrame({ title, current, open, children }: ImportFrameProps) {
  const t = useT();
  const heading = useRef<HTMLHeadingElement>(null);
  const last = useRef(current);
  useEffect(() => {
    if (last.current !== current) heading.current?.focus({ preventScroll: true });
    last.current = current;
  }, [current]);
  return (
    <div className={classes.page}>
      <PageHeader
        title={title}
        crumbs={[{ label: t("shell.sales") }, { label: t("shell.imports"), to: paths.imports }]}
      />
      <ImportStepper current={current} open={open} />
      <h2 ref={heading} tabIndex={-1} className="visually-hidden">
        {t(`import.heading.${current}`)}
      </h2>
      {children}
    </div>
  );
}
