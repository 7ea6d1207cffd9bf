import { ApiCallDialog } from "../../../ui/apiCall/ApiCallDialog.js";
import { listCall } from "./listCall.js";
import type { toVariables } from "./listParams.js";

interface CustomersCallDialogProps {
  asked: ReturnType<typeof toVariables>;
  columns: readonly string[];
  onClose: () => void;
}

/** The list of customers as a call of the API. */
export default function CustomersCallDialog({ asked, columns, onClose }: CustomersCallDialogProps) {
  return <ApiCallDialog {...listCall(asked, columns)} onClose={onClose} />;
}
