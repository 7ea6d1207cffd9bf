import { IconCheck } from "@tabler/icons-react";
import { Link } from "react-router";
import { useT } from "../../../i18n/useT.js";
import classes from "./ImportStepper.module.css";
import { type ImportStep, importSteps } from "./importSteps.js";

interface ImportStepperProps {
  current: ImportStep;
  /** Steps that can be opened now. */
  open: readonly ImportStep[];
}

/** Where in an import one is, with a link to each step that can be opened. */
export function ImportStepper({ current, open }: ImportStepperProps) {
  const t = useT();
  const at = importSteps.indexOf(current);
  return (
    <nav aria-label={t("import.steps")} className={classes.steps}>
      <ol>
        {importSteps.map((step, index) => {
          const content = (
            <>
              <span className={classes.mark} aria-hidden="true">
                {index < at ? <IconCheck size={12} stroke={2.4} /> : index + 1}
              </span>
              <span className={classes.name}>{t(`import.step.${step}`)}</span>
            </>
          );
          const state = index < at ? "done" : index === at ? "current" : "ahead";
          return (
            <li key={step} data-state={state}>
              {step !== current && open.includes(step) ? (
                <Link to={{ search: `?step=${step}` }} className={classes.step}>
                  {content}
                </Link>
              ) : (
                <span className={classes.step} aria-current={step === current ? "step" : undefined}>
                  {content}
                </span>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
