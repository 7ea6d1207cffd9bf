import { useMemo } from "react";
import { type FragmentType, readFragment } from "../../gql/fragment-masking.js";
import { fileSize } from "../../i18n/fileSize.js";
import { useFormat } from "../../i18n/useFormat.js";
import { useT } from "../../i18n/useT.js";
import type { GridColumn } from "../../ui/grid/columns/column.js";
import { FileIcon } from "./FileIcon.js";
import { FileMenu } from "./FileMenu.js";
import classes from "./FilesTab.module.css";
import { fileFragment } from "./fileEdits.js";

/** A file as its row takes it. */
export type FileRow = FragmentType<typeof fileFragment> & { id: string };

interface FileColumnsOptions {
  customerId: string;
  onPreview: (id: string) => void;
  onRename: (id: string) => void;
}

/** The columns of a customer's files; the last one holds what can be done with a file. */
export function useFileColumns({
  customerId,
  onPreview,
  onRename,
}: FileColumnsOptions): GridColumn<FileRow>[] {
  const t = useT();
  const format = useFormat();
  return useMemo((): GridColumn<FileRow>[] => {
    const read = (row: FileRow) => readFragment(fileFragment, row);
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
        cell: (row) => (
          <FileMenu
            customerId={customerId}
            file={read(row)}
            onPreview={onPreview}
            onRename={onRename}
          />
        ),
      },
    ];
  }, [t, format, customerId, onPreview, onRename]);
}
