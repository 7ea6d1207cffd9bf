import { ApiCallDialog } from "../../../ui/apiCall/ApiCallDialog.js";
import { listCall } from "./listCall.js";
import type { toVariables } from "./listParams.js";

interface CustomersCallDialogProps {
  listVariables: ReturnType<typeof toVariables>;
  columns: readonly string[];
  onClose: () => void;
}

/** The list of customers as a call of the API. */
export default function CustomersCallDialog({
  listVariables,
  columns,
  onClose,
}: CustomersCallDialogProps) {
  return <ApiCallDialog {...listCall(listVariables, columns)} onClose={onClose} />;
}
