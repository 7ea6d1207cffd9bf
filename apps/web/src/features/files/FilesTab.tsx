import { Button, FileButton, TextInput } from "@mantine/core";
import {
  IconDownload,
  IconEye,
  IconPaperclip,
  IconPencil,
  IconSearch,
  IconTrash,
  IconUpload,
} from "@tabler/icons-react";
import { useEffect, useMemo, useRef, useState } from "react";
import { useLocation, useSearchParams } from "react-router";
import { useList } from "../../cache/useList.js";
import { type FragmentType, readFragment } from "../../gql/fragment-masking.js";
import { graphql } from "../../gql/gql.js";
import type { FileOrderField } from "../../gql/graphql.js";
import { useFormat } from "../../i18n/useFormat.js";
import { useT } from "../../i18n/useT.js";
import { useMay } from "../../session/viewer.js";
import { EmptyState } from "../../ui/feedback/EmptyState.js";
import { ErrorNote } from "../../ui/feedback/ErrorNote.js";
import { BoundedGrid } from "../../ui/grid/BoundedGrid.js";
import type { GridColumn } from "../../ui/grid/columns/column.js";
import { RowMenu } from "../../ui/overlays/RowMenu.js";
import { useDrawerParam } from "../../ui/overlays/useDrawerParam.js";
import { ListBar } from "../../ui/page/ListBar.js";
import { useSortParam } from "../../ui/page/useSortParam.js";
import { FileByUrl } from "./FileByUrl.js";
import { FileIcon } from "./FileIcon.js";
import { FilePreview } from "./FilePreview.js";
import classes from "./FilesTab.module.css";
import { fileFragment, useFileEdits } from "./fileEdits.js";
import { fileSize } from "./fileSize.js";
import { RenameForm } from "./RenameForm.js";
import { UploadProgress } from "./UploadProgress.js";
import { useUpload } from "./useUpload.js";

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
const typingMs = 250;

type Row = FragmentType<typeof fileFragment> & { id: string };

/** A customer's files: add by button, drop or paste, look at, rename, download, delete. */
export function Tab({ customerId }: { customerId: string }) {
  const t = useT();
  const format = useFormat();
  const mayWrite = useMay("files:write");
  const [search, setSearch] = useSearchParams();
  const { hash, key } = useLocation();
  const asked = search.get("q") ?? "";
  const [typed, setTyped] = useState(asked);
  const preview = useDrawerParam("file");
  const rename = useDrawerParam("renameFile");
  const { sort, setSort, orderBy } = useSortParam(sortFields);
  const upload = useUpload(customerId);
  const edits = useFileEdits(customerId);
  const choose = useRef<HTMLButtonElement>(null);
  const list = useList(
    query,
    { id: customerId, filter: asked ? { search: asked } : null, orderBy },
    (data) => data.customer?.files,
  );
  const rows: readonly Row[] = list.rows;
  const files = readFragment(fileFragment, rows);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each navigation to #upload asks anew.
  useEffect(() => {
    if (hash === "#upload") choose.current?.click();
  }, [hash, key]);

  useEffect(() => {
    if (typed === asked) return;
    const timer = setTimeout(() => {
      setSearch(
        (now) => {
          if (typed) now.set("q", typed);
          else now.delete("q");
          return now;
        },
        { replace: true, preventScrollReset: true },
      );
    }, typingMs);
    return () => clearTimeout(timer);
  }, [typed, asked, setSearch]);

  const columns = useMemo((): GridColumn<Row>[] => {
    const read = (row: Row) => readFragment(fileFragment, row);
    return [
      {
        id: "name",
        header: t("field.name"),
        width: 240,
        sortable: true,
        hideable: false,
        narrow: "title",
        cell: (row) => {
          const { name, mediaType } = read(row);
          return (
            <span className={classes.name}>
              <FileIcon mediaType={mediaType} />
              <span className={classes.text}>{name}</span>
            </span>
          );
        },
      },
      {
        id: "size",
        header: t("files.size"),
        width: 100,
        align: "end",
        sortable: true,
        narrow: "detail",
        cell: (row) => fileSize(read(row).size, format),
      },
      {
        id: "by",
        header: t("files.addedBy"),
        width: 150,
        narrow: "detail",
        cell: (row) => read(row).uploadedBy?.name ?? "–",
      },
      {
        id: "added",
        header: t("files.added"),
        width: 160,
        sortable: true,
        narrow: "detail",
        cell: (row) => format.dateTime(read(row).createdAt),
      },
      {
        id: "menu",
        header: "",
        width: 44,
        hideable: false,
        narrow: "end",
        cell: (row) => {
          const file = read(row);
          return (
            <RowMenu
              label={t("ui.moreFor", { name: file.name })}
              actions={[
                ...(file.previewUrl
                  ? [
                      {
                        label: t("files.preview"),
                        icon: <IconEye size={15} />,
                        onClick: () => preview.open(file.id),
                      },
                    ]
                  : []),
                {
                  label: t("files.download"),
                  icon: <IconDownload size={15} />,
                  onClick: () => window.location.assign(file.url),
                },
                ...(mayWrite
                  ? [
                      {
                        label: t("files.rename"),
                        icon: <IconPencil size={15} />,
                        onClick: () => rename.open(file.id),
                      },
                      {
                        label: t("ui.delete"),
                        icon: <IconTrash size={15} />,
                        destructive: true,
                        onClick: () => void edits.remove(file),
                      },
                    ]
                  : []),
              ]}
            />
          );
        },
      },
    ];
  }, [t, format, mayWrite, preview.open, rename.open, edits]);

  const add = mayWrite && (
    <FileButton multiple onChange={(chosen) => upload(chosen)}>
      {(props) => (
        <Button ref={choose} size="xs" leftSection={<IconUpload size={14} />} {...props}>
          {t("files.add")}
        </Button>
      )}
    </FileButton>
  );
  const previewed = files.find(({ id }) => id === preview.value);
  const renamed = files.find(({ id }) => id === rename.value);

  return (
    <>
      <ListBar actions={add} call={list.call}>
        <TextInput
          size="xs"
          className={classes.search}
          aria-label={t("files.search")}
          placeholder={t("files.search")}
          leftSection={<IconSearch size={14} />}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      </ListBar>
      <UploadProgress customerId={customerId} />
      {list.error ? (
        <ErrorNote error={list.error} onRetry={list.retry}>
          {t("files.failed")}
        </ErrorNote>
      ) : (
        <BoundedGrid
          label={t("profile.tab.files")}
          columns={columns}
          rows={rows}
          total={list.total}
          rowId={({ id }) => id}
          rowName={(row) => readFragment(fileFragment, row).name}
          sort={sort}
          onSort={setSort}
          onOpen={(row) => {
            const { id, url, previewUrl } = readFragment(fileFragment, row);
            if (previewUrl) preview.open(id);
            else window.location.assign(url);
          }}
          onNeed={list.need}
          loading={list.loading}
          empty={
            <EmptyState icon={<IconPaperclip size={20} />}>
              {asked ? t("record.nothingMatches") : mayWrite ? t("files.none") : t("files.noneYet")}
            </EmptyState>
          }
        />
      )}
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
