import { useQuery } from "@apollo/client/react";
import type { SheetKind } from "@clientela/shared/sheet";
import { Button, Modal, Progress, Radio } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import { Link } from "react-router";
import { paths } from "../../../app/paths.js";
import { graphql } from "../../../gql/gql.js";
import type { CreateExportInput, ExportFormat } from "../../../gql/graphql.js";
import { useFormat } from "../../../i18n/useFormat.js";
import { useT } from "../../../i18n/useT.js";
import { useViewer } from "../../../session/viewer.js";
import { ErrorNote } from "../../../ui/ErrorNote.js";
import { SelectField } from "../../../ui/fields/SelectField.js";
import { useFocusBack } from "../../../ui/useFocusBack.js";
import classes from "./ExportDialog.module.css";
import { ExportReceipt } from "./ExportReceipt.js";
import { exportedFields } from "./exportColumns.js";
import { exportableKinds, fieldsOfKind } from "./exportKinds.js";
import { FieldChoice } from "./FieldChoice.js";
import { useExport } from "./useExport.js";

const everyone = graphql(`
  query ExportDialog {
    customers(first: 1, filter: { status: [ACTIVE, LEAD, INACTIVE, ARCHIVED] }) {
      totalCount
    }
  }
`);

const formats = ["XLSX", "CSV", "CSV_EXCEL_PT", "JSONL"] as const satisfies ExportFormat[];

const parts = ["selection", "list", "everything"] as const;
type Part = (typeof parts)[number];

const extents = ["all", "shown", "chosen"] as const;
type Extent = (typeof extents)[number];

interface ExportDialogProps {
  onClose: () => void;
  /** What the list on screen is asked. */
  asked: Pick<CreateExportInput, "search" | "filter" | "orderBy">;
  /** How many customers it has. */
  total: number;
  selectedIds: readonly string[];
  /** The columns on screen, from left to right. */
  shownColumns: readonly string[];
}

/** Writes customers, or what belongs to them, into a file: which, as what, with which columns; then gives the file. */
export default function ExportDialog(props: ExportDialogProps) {
  const { onClose, asked, total, selectedIds, shownColumns } = props;
  const t = useT();
  const { number } = useFormat();
  useFocusBack(true);
  const [part, setPart] = useState<Part>(selectedIds.length > 0 ? "selection" : "list");
  const [format, setFormat] = useState<ExportFormat>("XLSX");
  const [extent, setExtent] = useState<Extent>("all");
  const { permissions } = useViewer();
  const kinds = exportableKinds(permissions);
  const [kind, setKind] = useState<SheetKind>("CUSTOMERS");
  const [fields, setFields] = useState(() => fieldsOfKind("CUSTOMERS"));
  const [asking, setAsking] = useState("");
  const { data } = useQuery(everyone, { fetchPolicy: "cache-and-network" });
  const { state, busy, failure, start } = useExport();
  const download = useRef<HTMLAnchorElement>(null);
  const counts: Record<Part, number | undefined> = {
    selection: selectedIds.length,
    list: total,
    everything: data?.customers.totalCount,
  };
  const count = counts[part];
  // How many rows customers make of other kinds is known only once they are written.
  const expected = kind === "CUSTOMERS" ? count : undefined;
  const url = state?.status === "DONE" ? state.url : null;

  // The file comes by itself once it is there; the link stays for a second time.
  useEffect(() => {
    if (url) download.current?.click();
  }, [url]);

  const inputs: Record<Part, Partial<CreateExportInput>> = {
    selection: { filter: { ids: [...selectedIds] }, everything: true, orderBy: asked.orderBy },
    list: asked,
    everything: { everything: true },
  };

  const columnsOf: Record<Extent, readonly string[]> = {
    all: fieldsOfKind(kind),
    shown: exportedFields(shownColumns),
    chosen: fields,
  };
  const columns = columnsOf[extent];

  function chooseKind(next: SheetKind) {
    setKind(next);
    setFields(fieldsOfKind(next));
    if (next !== "CUSTOMERS" && extent === "shown") setExtent("all");
  }

  function begin() {
    setAsking(whatIsAsked());
    void start({ kind, format, ...inputs[part], columns: [...columns] });
  }

  function whatIsAsked(): string {
    const filters = Object.keys(asked.filter ?? {}).length;
    const facts = [t(`exports.kind.${kind}`), t(`exports.part.${part}`)];
    if (part === "list" && asked.search)
      facts.push(t("exports.receipt.search", { search: asked.search }));
    if (part === "list" && filters > 0)
      facts.push(t("exports.receipt.filters", { count: filters }));
    return facts.join(" · ");
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={t("exports.title")}
      closeButtonProps={{ "aria-label": t("ui.close") }}
      size={480}
    >
      <div className={classes.body}>
        {kinds.length > 1 && (
          <SelectField
            label={t("exports.kind")}
            searchable={false}
            data={kinds.map((one) => ({ value: one, label: t(`exports.kind.${one}`) }))}
            value={kind}
            onChange={(value) => chooseKind(kinds.find((one) => one === value) ?? "CUSTOMERS")}
          />
        )}
        <Radio.Group
          label={t("exports.what")}
          value={part}
          onChange={(value) => setPart(parts.find((one) => one === value) ?? "list")}
        >
          {parts
            .filter((one) => one !== "selection" || selectedIds.length > 0)
            .map((one) => (
              <Radio
                key={one}
                value={one}
                className={classes.choice}
                label={t(`exports.part.${one}`)}
                description={
                  counts[one] === undefined
                    ? undefined
                    : t("exports.rows", { count: counts[one], shown: number(counts[one]) })
                }
              />
            ))}
        </Radio.Group>
        <Radio.Group
          label={t("exports.format")}
          value={format}
          onChange={(value) => setFormat(formats.find((one) => one === value) ?? "XLSX")}
        >
          {formats.map((one) => (
            <Radio
              key={one}
              value={one}
              className={classes.choice}
              label={t(`exports.format.${one}`)}
              description={t(`exports.formatHint.${one}`)}
            />
          ))}
        </Radio.Group>
        <Radio.Group
          label={t("exports.columns")}
          value={extent}
          onChange={(value) => setExtent(extents.find((one) => one === value) ?? "all")}
        >
          {extents
            .filter((one) => one !== "shown" || kind === "CUSTOMERS")
            .map((one) => (
              <Radio
                key={one}
                value={one}
                className={classes.choice}
                label={t(`exports.extent.${one}`)}
              />
            ))}
        </Radio.Group>
        {extent === "chosen" && <FieldChoice kind={kind} chosen={fields} onChange={setFields} />}
        <div role="status" className={classes.progress}>
          {busy && (
            <>
              <Progress
                aria-label={t("exports.title")}
                value={expected ? Math.min(100, ((state?.rows ?? 0) / expected) * 100) : 100}
                size="sm"
                animated
              />
              <span>{t("exports.written", { rows: number(state?.rows ?? 0) })}</span>
            </>
          )}
          {state?.status === "DONE" && <ExportReceipt done={state} what={asking} />}
        </div>
        {(failure !== undefined || state?.status === "FAILED") && (
          <ErrorNote error={failure}>{t("exports.failed")}</ErrorNote>
        )}
      </div>
      <div className={classes.footer}>
        <Link to={paths.pastExports} className={classes.past}>
          {t("exports.past")}
        </Link>
        <Button variant="default" onClick={onClose}>
          {t("ui.close")}
        </Button>
        {url && (
          <Button
            ref={download}
            component="a"
            href={url}
            download={state?.fileName}
            variant="default"
            leftSection={<IconDownload size={16} stroke={1.6} />}
          >
            {t("exports.download")}
          </Button>
        )}
        <Button loading={busy} disabled={count === 0 || columns.length === 0} onClick={begin}>
          {t("exports.start")}
        </Button>
      </div>
    </Modal>
  );
}
