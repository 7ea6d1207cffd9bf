import { print } from "@apollo/client/utilities";
import type { ListCall } from "../../cache/useList.js";
import { ApiCallDialog } from "./ApiCallDialog.js";

/** The call by which a list of the app asks for itself. */
export default function ListCallDialog({ call, onClose }: { call: ListCall; onClose: () => void }) {
  return (
    <ApiCallDialog query={print(call.document)} variables={call.variables} onClose={onClose} />
  );
}
