import { useApolloClient } from "@apollo/client/react";
import { forgetLists } from "../../cache/forgetLists.js";
import { startUploads } from "./uploads.js";

/** Sends files to a customer; its lists follow as each one arrives. */
export function useUpload(customerId: string): (files: readonly File[]) => void {
  const client = useApolloClient();
  return (files) =>
    startUploads(customerId, files, () => forgetLists(client.cache, customerId, ["files"]));
}
