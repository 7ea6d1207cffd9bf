import { Modal } from "@mantine/core";
import { useT } from "../../i18n/useT.js";
import { useFocusBack } from "../overlays/useFocusBack.js";
import classes from "./ApiCallDialog.module.css";
import { CodeSnippet } from "./CodeSnippet.js";

interface ApiCallDialogProps {
  query: string;
  variables: unknown;
  onClose: () => void;
}

/** What is on screen as a program that asks the API for it, to copy. */
export function ApiCallDialog({ query, variables, onClose }: ApiCallDialogProps) {
  const t = useT();
  useFocusBack(true);
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("ui.apiCall")}
      closeButtonProps={{ "aria-label": t("ui.close") }}
      size={640}
      centered
    >
      <CodeSnippet query={query} variables={variables} />
      <p className={classes.hint}>{t("ui.keyHint")}</p>
    </Modal>
  );
}
