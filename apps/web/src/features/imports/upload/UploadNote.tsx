import { useT } from "../../../i18n/useT.js";
import { ErrorNote } from "../../../ui/feedback/ErrorNote.js";
import { EmptyFileError, UploadError } from "../../../upload/uploadFile.js";

/** Why a file did not arrive, and what to do. */
export function UploadNote({ failure }: { failure: unknown }) {
  const t = useT();
  if (failure instanceof EmptyFileError) {
    return <ErrorNote>{t("import.emptyFile", { name: failure.fileName })}</ErrorNote>;
  }
  if (failure instanceof UploadError && failure.reason === "no-response") {
    return <ErrorNote>{t("import.noResponse")}</ErrorNote>;
  }
  if (failure instanceof UploadError && failure.reason === "signed-out") {
    return <ErrorNote>{t("import.signedOut")}</ErrorNote>;
  }
  return <ErrorNote error={failure}>{t("import.uploadFailed")}</ErrorNote>;
}
