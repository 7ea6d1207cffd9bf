import { useT } from "../../i18n/useT.js";
import { ImportFrame } from "./frame/ImportFrame.js";
import { UploadStep } from "./upload/UploadStep.js";

/** The first step of an import: a file. */
export function Component() {
  const t = useT();
  return (
    <ImportFrame title={t("import.title")} current="upload" open={["upload"]}>
      <UploadStep />
    </ImportFrame>
  );
}
