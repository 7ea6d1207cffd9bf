import { readFragment } from "../../gql/fragment-masking.js";
import { graphql } from "../../gql/gql.js";
import { useT } from "../../i18n/useT.js";
import { PendingDrawer } from "../../records/PendingDrawer.js";
import { useRecord } from "../../records/useRecord.js";
import { FilePreview } from "./FilePreview.js";
import { fileFragment, fileTrash } from "./fileEdits.js";

const query = graphql(`
  query FileByUrl($id: ID!) {
    node(id: $id) {
      ... on File {
        id
        ...FileFields
      }
    }
  }
`);

/** The file that the URL names and the list on screen does not have: it is shown, or restored where it was deleted. */
export function FileByUrl({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useT();
  const { found, ...loaded } = useRecord(query, { id }, ({ node }) =>
    node?.__typename === "File" ? readFragment(fileFragment, node) : undefined,
  );
  if (found) return <FilePreview file={found} onClose={onClose} />;
  return (
    <PendingDrawer
      restorable={{ id, operations: fileTrash }}
      loaded={loaded}
      title={t("files.file")}
      failed={t("files.failed")}
      onClose={onClose}
    />
  );
}
