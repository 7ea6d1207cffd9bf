import { IconPaperclip } from "@tabler/icons-react";
import { useSearchParams } from "react-router";
import { useList } from "../../cache/useList.js";
import { readFragment } from "../../gql/fragment-masking.js";
import { graphql } from "../../gql/gql.js";
import type { FileOrderField } from "../../gql/graphql.js";
import { useT } from "../../i18n/useT.js";
import { ListFrame } from "../../records/list/ListFrame.js";
import { useMay } from "../../session/viewer.js";
import { EmptyState } from "../../ui/feedback/EmptyState.js";
import { useDrawerParam } from "../../ui/overlays/useDrawerParam.js";
import { useSortParam } from "../../ui/page/useSortParam.js";
import { AddFilesButton } from "./AddFilesButton.js";
import { FileByUrl } from "./FileByUrl.js";
import { FilePreview } from "./FilePreview.js";
import { FileSearch } from "./FileSearch.js";
import { fileFragment } from "./fileEdits.js";
import { RenameForm } from "./RenameForm.js";
import { UploadProgress } from "./UploadProgress.js";
import { type FileRow, useFileColumns } from "./useFileColumns.js";

const query = graphql(`
  query FilesTab($id: ID!, $after: String, $filter: FileFilter, $orderBy: FileOrder) {
    customer(id: $id) {
      id
      files(first: 50, after: $after, filter: $filter, orderBy: $orderBy) {
        edges {
          node {
            id
            ...FileFields
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        totalCount
      }
    }
  }
`);

const sortFields: Record<string, FileOrderField> = {
  name: "NAME",
  size: "SIZE",
  added: "CREATED_AT",
};
/** A customer's files: add by button, drop or paste, look at, rename, download, delete. */
export function Tab({ customerId }: { customerId: string }) {
  const t = useT();
  const mayWrite = useMay("files:write");
  const [search] = useSearchParams();
  const searched = search.get("q");
  const preview = useDrawerParam("file");
  const rename = useDrawerParam("renameFile");
  const { sort, setSort, orderBy } = useSortParam(sortFields);
  const columns = useFileColumns({ customerId, onPreview: preview.open, onRename: rename.open });
  const list = useList(
    query,
    { id: customerId, filter: searched ? { search: searched } : null, orderBy },
    (data) => data.customer?.files,
  );
  const rows: readonly FileRow[] = list.rows;
  const files = readFragment(fileFragment, rows);
  const previewed = files.find(({ id }) => id === preview.value);
  const renamed = files.find(({ id }) => id === rename.value);

  return (
    <>
      <ListFrame
        list={list}
        add={mayWrite && <AddFilesButton customerId={customerId} />}
        filters={<FileSearch />}
        notice={<UploadProgress customerId={customerId} />}
        failed={t("files.failed")}
        label={t("profile.tab.files")}
        columns={columns}
        rows={rows}
        rowName={(row) => readFragment(fileFragment, row).name}
        sort={sort}
        onSort={setSort}
        onOpen={(row) => {
          const { id, url, previewUrl } = readFragment(fileFragment, row);
          if (previewUrl) preview.open(id);
          else window.location.assign(url);
        }}
        empty={
          <EmptyState icon={<IconPaperclip size={20} />}>
            {searched
              ? t("record.nothingMatches")
              : mayWrite
                ? t("files.none")
                : t("files.noneYet")}
          </EmptyState>
        }
      />
      {previewed && <FilePreview file={previewed} onClose={preview.close} />}
      {preview.value && !previewed && !list.loading && (
        <FileByUrl key={preview.value} id={preview.value} onClose={preview.close} />
      )}
      {renamed && mayWrite && (
        <RenameForm customerId={customerId} file={renamed} onClose={rename.close} />
      )}
    </>
  );
}
