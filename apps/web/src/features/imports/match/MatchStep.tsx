import { givenBy } from "@clientela/shared/sheets/sheet";
import { Button } from "@mantine/core";
import { useState } from "react";
import { type FragmentType, readFragment } from "../../../gql/fragment-masking.js";
import { graphql } from "../../../gql/gql.js";
import { useT } from "../../../i18n/useT.js";
import { useMay } from "../../../session/viewer.js";
import { ErrorNote } from "../../../ui/feedback/ErrorNote.js";
import { LoadingBar } from "../../../ui/feedback/LoadingBar.js";
import { useShortcut } from "../../../ui/shortcuts/useShortcut.js";
import { useAttempt } from "../../../ui/toasts/useAttempt.js";
import { StepBody } from "../frame/StepBody.js";
import { StepFoot } from "../frame/StepFoot.js";
import { useImportEdits } from "../importEdits.js";
import { useSheet } from "../useSheet.js";
import { ColumnTable } from "./ColumnTable.js";
import { FileReading } from "./FileReading.js";
import { IdSourceField } from "./IdSourceField.js";
import classes from "./MatchStep.module.css";
import { useChoices } from "./useChoices.js";

const fragment = graphql(`
  fragment MatchStep_import on Import {
    id
    status
    problem
    problemCode
    idSourceChoices
    columns {
      index
      header
      samples
      filledRows
      status
      reason
      field
      fallback
      suggestion
      confidence
      rule
      dateOrder
      decimalMark
      values {
        value
        rows
        mappedTo
        isChosen
      }
    }
    ...FileReading_import
    ...IdSourceField_import
  }
`);

/** Problems that ask for another encoding, or for leave to read on. */
const encodingDoubts = new Set([
  "replacementCharacter",
  "encodingUnsure",
  "encodedTwice",
  "wrongEncoding",
]);

interface MatchStepProps {
  import: FragmentType<typeof fragment>;
  onNext: () => void;
}

/** Where each column of the file goes, and how the file is read. */
export function MatchStep(props: MatchStepProps) {
  const t = useT();
  const { schema, labelOf } = useSheet();
  const shown = readFragment(fragment, props.import);
  const mayWrite = useMay("imports:write");
  const columns = shown.columns.map((column) => ({
    ...column,
    field: column.field ?? null,
    suggestion: column.suggestion ?? null,
    values: column.values.map((value) => ({ ...value, mappedTo: value.mappedTo ?? null })),
    confidence: column.confidence ?? null,
    dateOrder: column.dateOrder ?? null,
    decimalMark: column.decimalMark ?? null,
  }));
  const attempt = useAttempt();
  const edits = useImportEdits();
  const { choices, choose, settled } = useChoices(shown.id, columns);
  const [leaving, setLeaving] = useState(false);
  const reading = shown.status === "READING";
  const checking = reading || shown.status === "CHECKING";

  const { taken, missing, noneOf } = useMissingFields(choices);
  const complete = missing.length === 0 && !noneOf;
  // It waits for a decision that concerns no column: the encoding, or the format of dates.
  const waits = shown.status === "MATCHING" && complete && Boolean(shown.problem);
  const mayGoOn = complete && !reading && !waits;
  const left = choices.filter(({ field }) => field === null).length;
  const toCheck = columns.filter(
    (column) =>
      column.suggestion !== null &&
      choices.some((choice) => choice.index === column.index && choice.field === null),
  ).length;

  async function goOn() {
    setLeaving(true);
    const went = await settled();
    setLeaving(false);
    if (went) props.onNext();
  }

  useShortcut("mod+enter", () => void goOn(), {
    label: t("import.continue"),
    group: t("import.title"),
    enabled: mayGoOn,
  });

  return (
    <>
      <LoadingBar active={checking} label={t("import.reading")} />
      <StepBody>
        <FileReading import={shown} matchable disabled={!mayWrite || reading} />
        {shown.problem && complete && (
          <div className={classes.note}>
            <ErrorNote>{shown.problem}</ErrorNote>
            {mayWrite && encodingDoubts.has(shown.problemCode ?? "") && (
              <AcceptLost importId={shown.id} />
            )}
          </div>
        )}
        {taken.has(schema.foreignId.id) && (
          <IdSourceField import={shown} disabled={!mayWrite || reading} />
        )}
        <ColumnTable
          columns={columns}
          choices={choices}
          sources={shown.idSourceChoices}
          onChoose={choose}
          waitsFor={shown.problemCode ?? null}
          onMeaning={(index, value, mappedTo) =>
            void attempt(() =>
              edits.update({ id: shown.id, columns: [{ index, values: [{ value, mappedTo }] }] }),
            )
          }
          onConvention={(index, chosen) =>
            void attempt(() => edits.update({ id: shown.id, columns: [{ index, ...chosen }] }))
          }
          disabled={!mayWrite || reading}
        />
      </StepBody>
      <StepFoot
        aside={
          !complete ? (
            <span className={classes.missing} role="alert">
              {missing.length > 0
                ? t("import.fieldMissing", {
                    fields: missing.map(({ key }) => labelOf(key)).join(", "),
                  })
                : t("import.fieldMissingOf", { fields: noneOf?.map(labelOf).join(", ") ?? "" })}
            </span>
          ) : (
            t("import.matched", { count: choices.length - left, left: left - toCheck, toCheck })
          )
        }
      >
        <Button loading={leaving} disabled={!mayGoOn} onClick={() => void goOn()}>
          {t("import.continue")}
        </Button>
      </StepFoot>
    </>
  );
}

/** What the choices of columns lack: fields that are required, and those of which one is. */
function useMissingFields(choices: readonly { field: string | null }[]) {
  const { schema, fields } = useSheet();
  const taken = new Set(choices.map(({ field }) => field));
  const hasOne = schema.needsOneOf?.some((key) => taken.has(key));
  return {
    taken,
    missing: fields.filter(
      ({ key, required }) => required && givenBy(schema, key, taken).length === 0,
    ),
    noneOf: hasOne ? undefined : schema.needsOneOf,
  };
}

/** Reads on although characters of the file are lost. */
function AcceptLost({ importId }: { importId: string }) {
  const t = useT();
  const attempt = useAttempt();
  const edits = useImportEdits();
  return (
    <Button
      variant="default"
      size="xs"
      mt={8}
      onClick={() => void attempt(() => edits.update({ id: importId, acceptReplacement: true }))}
    >
      {t("import.acceptLost")}
    </Button>
  );
}
