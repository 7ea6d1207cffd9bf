import { Button } from "@mantine/core";
import { Link } from "react-router";
import { type FragmentType, readFragment } from "../../../gql/fragment-masking.js";
import { graphql } from "../../../gql/gql.js";
import { useFormat } from "../../../i18n/useFormat.js";
import { useT } from "../../../i18n/useT.js";
import { paths } from "../../../paths.js";
import { useMay } from "../../../session/viewer.js";
import { ErrorNote } from "../../../ui/feedback/ErrorNote.js";
import { PhaseProgress } from "../frame/PhaseProgress.js";
import { StepBody } from "../frame/StepBody.js";
import { StepFoot } from "../frame/StepFoot.js";
import { FileReading } from "../match/FileReading.js";
import classes from "./FileStep.module.css";

const fragment = graphql(`
  fragment FileStep_import on Import {
    id
    status
    fileName
    createdAt
    createdBy {
      id
      name
    }
    problem
    encoding
    sheets
    ...FileReading_import
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
  const mayWrite = useMay("imports:write");
  const shown = readFragment(fragment, props.import);
  const reading = shown.status === "READING" || shown.status === "CHECKING";
  const failed = shown.status === "FAILED";
  // What was seen of the file before it failed may be read otherwise.
  const seen = shown.sheets.length > 0 || Boolean(shown.encoding);
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
        {failed && seen && mayWrite && (
          <section className={classes.otherwise} aria-label={t("import.readOtherwise")}>
            <h3 className={classes.heading}>{t("import.readOtherwise")}</h3>
            <FileReading import={shown} disabled={false} />
          </section>
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
