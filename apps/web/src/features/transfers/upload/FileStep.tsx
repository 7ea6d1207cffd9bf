import { Button } from "@mantine/core";
import { Link } from "react-router";
import { paths } from "../../../app/paths.js";
import { type FragmentType, readFragment } from "../../../gql/fragment-masking.js";
import { graphql } from "../../../gql/gql.js";
import { useFormat } from "../../../i18n/useFormat.js";
import { useT } from "../../../i18n/useT.js";
import { ErrorNote } from "../../../ui/ErrorNote.js";
import { PhaseProgress } from "../PhaseProgress.js";
import { StepBody } from "../StepBody.js";
import { StepFoot } from "../StepFoot.js";
import classes from "./FileStep.module.css";

const fragment = graphql(`
  fragment FileStep_import on Import {
    id
    status
    fileName
    sheet
    createdAt
    createdBy {
      id
      name
    }
    problem
    progress {
      done
      total
    }
    ...PhaseProgress_import
  }
`);

interface FileStepProps {
  import: FragmentType<typeof fragment>;
  onNext: () => void;
}

/** The file that was uploaded: that it is being read, or why it could not be. */
export function FileStep(props: FileStepProps) {
  const t = useT();
  const format = useFormat();
  const shown = readFragment(fragment, props.import);
  const reading = shown.status === "READING";
  const failed = shown.status === "FAILED";
  return (
    <>
      <StepBody>
        <dl className={classes.facts}>
          <dt>{t("import.file")}</dt>
          <dd>{shown.fileName}</dd>
          <dt>{t("import.uploaded")}</dt>
          <dd>
            <time dateTime={shown.createdAt}>{format.dateTime(shown.createdAt)}</time>
            {shown.createdBy && <> · {shown.createdBy.name}</>}
          </dd>
        </dl>
        {reading && <PhaseProgress import={shown} label={t("import.reading")} />}
        {failed && (
          <div className={classes.note}>
            <ErrorNote error={shown.problem ? new Error(shown.problem) : undefined}>
              {t("import.readFailed")}
            </ErrorNote>
          </div>
        )}
      </StepBody>
      <StepFoot>
        <Button component={Link} to={paths.newImport} variant={failed ? "filled" : "default"}>
          {t("import.another")}
        </Button>
        {!failed && (
          <Button disabled={reading} onClick={props.onNext}>
            {t("import.continue")}
          </Button>
        )}
      </StepFoot>
    </>
  );
}
