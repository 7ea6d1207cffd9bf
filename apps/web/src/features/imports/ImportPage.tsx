import { sheets } from "@clientela/shared/sheetRegister";
import { useNavigate, useParams, useSearchParams } from "react-router";
import { useT } from "../../i18n/useT.js";
import { EmptyState } from "../../ui/feedback/EmptyState.js";
import { ErrorNote } from "../../ui/feedback/ErrorNote.js";
import { SkeletonRows } from "../../ui/feedback/SkeletonRows.js";
import { EarlierNote } from "./EarlierNote.js";
import { ImportFrame } from "./frame/ImportFrame.js";
import { type ImportStep, openSteps, stepToShow } from "./frame/importSteps.js";
import { MatchStep } from "./match/MatchStep.js";
import { ReviewStep } from "./review/ReviewStep.js";
import { ResultStep } from "./run/ResultStep.js";
import { RunStep } from "./run/RunStep.js";
import { sheetRecordType } from "./sheets.js";
import { FileStep } from "./upload/FileStep.js";
import { type ShownImport, useImport } from "./useImport.js";
import { SheetContext } from "./useSheet.js";

/** An import, at the step that its URL names. */
export function Component() {
  const t = useT();
  const { id = "" } = useParams();
  const { shown, missing, error, retry } = useImport(id);
  if (shown) return <Steps key={shown.id} shown={shown} />;
  return (
    <ImportFrame title={t("import.title")} current="upload" open={[]}>
      {error !== undefined && (
        <ErrorNote error={error} onRetry={retry}>
          {t("import.failedToLoad")}
        </ErrorNote>
      )}
      {missing && <EmptyState>{t("import.missing")}</EmptyState>}
      {error === undefined && !missing && <SkeletonRows label={t("import.loading")} />}
    </ImportFrame>
  );
}

function Steps({ shown }: { shown: ShownImport }) {
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const place = {
    status: shown.status,
    read: shown.columns.length > 0,
    applied: Boolean(shown.result),
    toCheck: shown.columns.some(({ status, filledRows }) => status === "CHECK" && filledRows > 0),
  };
  // A step that cannot be opened yet stays in the URL, and is shown as soon as it can be.
  const step = stepToShow(place, search.get("step"));
  const goTo = (next: ImportStep) => void navigate({ search: `?step=${next}` });

  return (
    <SheetContext value={sheets[sheetRecordType(shown.recordType)]}>
      <ImportFrame title={shown.fileName} current={step} open={openSteps(place)}>
        {shown.result == null && <EarlierNote import={shown} />}
        {step === "upload" && <FileStep import={shown} onNext={() => goTo("match")} />}
        {step === "match" && <MatchStep import={shown} onNext={() => goTo("review")} />}
        {step === "review" && (
          <ReviewStep import={shown} onBack={() => goTo("match")} onNext={() => goTo("run")} />
        )}
        {step === "run" && <RunStep import={shown} onBack={() => goTo("review")} />}
        {step === "result" && <ResultStep import={shown} />}
      </ImportFrame>
    </SheetContext>
  );
}
