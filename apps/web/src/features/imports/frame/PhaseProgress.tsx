import { Progress } from "@mantine/core";
import type { ReactNode } from "react";
import { type FragmentType, readFragment } from "../../../gql/fragment-masking.js";
import { graphql } from "../../../gql/gql.js";
import { useFormat } from "../../../i18n/useFormat.js";
import { useT } from "../../../i18n/useT.js";
import { useTimeLeft } from "../useTimeLeft.js";
import classes from "./PhaseProgress.module.css";

const fragment = graphql(`
  fragment PhaseProgress_import on Import {
    progress {
      done
      total
      rowsPerSecond
      secondsLeft
    }
  }
`);

interface PhaseProgressProps {
  import: FragmentType<typeof fragment>;
  /** What is being done: "Reading the file". */
  label: string;
  /** Further information below the bar. */
  children?: ReactNode;
}

/** How far the server is with what it does to an import now: rows, rate and time left. */
export function PhaseProgress(props: PhaseProgressProps) {
  const t = useT();
  const format = useFormat();
  const { done, total, rowsPerSecond, secondsLeft } = readFragment(fragment, props.import).progress;
  const timeLeft = useTimeLeft();
  const share = total > 0 ? Math.min(1, done / total) : undefined;
  const facts = [
    total > 0
      ? t("import.rowsOf", { done: format.number(done), total: format.number(total) })
      : done > 0 && t("import.rowsSoFar", { count: done }),
    rowsPerSecond ? t("import.rate", { rate: format.number(Math.round(rowsPerSecond)) }) : null,
    share !== undefined && secondsLeft ? timeLeft(secondsLeft) : null,
  ].filter(Boolean);
  return (
    <div className={classes.phase}>
      <div className={classes.line}>
        <span className={classes.label}>{props.label}</span>
        {share !== undefined && <span className={classes.share}>{format.percent(share)}</span>}
      </div>
      <Progress.Root size={8} radius={4}>
        {share === undefined ? (
          <Progress.Section
            value={100}
            animated
            withAria={false}
            role="progressbar"
            aria-label={props.label}
          />
        ) : (
          <Progress.Section value={Math.floor(share * 100)} aria-label={props.label} />
        )}
      </Progress.Root>
      <p className={classes.facts}>{facts.join(" · ")}</p>
      {props.children}
    </div>
  );
}
