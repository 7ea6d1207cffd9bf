import { useQuery } from "@apollo/client/react";
import { Button, Modal } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { Link } from "react-router";
import { graphql } from "../../../gql/gql.js";
import type { CountExportInput, CreateExportInput, ExportFormat } from "../../../gql/graphql.js";
import { useFormat } from "../../../i18n/useFormat.js";
import { useT } from "../../../i18n/useT.js";
import { paths } from "../../../paths.js";
import { useViewer } from "../../../session/viewer.js";
import { ErrorNote } from "../../../ui/feedback/ErrorNote.js";
import { SelectField } from "../../../ui/fields/SelectField.js";
import { useFocusBack } from "../../../ui/overlays/useFocusBack.js";
import classes from "./ExportDialog.module.css";
import { Choice, Download, Written } from "./ExportDialogParts.js";
import { ExportReceipt } from "./ExportReceipt.js";
import { exportedFields } from "./exportColumns.js";
import { type ExportKind, exportableKinds, fieldsOfKind } from "./exportKinds.js";
import { FieldChoice } from "./FieldChoice.js";
import { useExport } from "./useExport.js";

const counting = graphql(`
  query ExportDialog(
    $selection: CountExportInput!
    $list: CountExportInput!
    $everything: CountExportInput!
    $selected: Boolean!
  ) {
    selection: exportRowCount(input: $selection) @include(if: $selected)
    list: exportRowCount(input: $list)
    everything: exportRowCount(input: $everything)
  }
`);

const formats = ["XLSX", "CSV", "CSV_EXCEL_PT", "JSONL"] as const satisfies ExportFormat[];

const parts = ["selection", "list", "everything"] as const;
type Part = (typeof parts)[number];

const extents = ["all", "shown", "chosen"] as const;
type Extent = (typeof extents)[number];

interface ExportDialogProps {
  onClose: () => void;
  /** The parameters of the list on screen. */
  listVariables: Pick<CreateExportInput, "search" | "filter" | "orderBy">;
  selectedIds: readonly string[];
  /** The columns on screen, from left to right. */
  shownColumns: readonly string[];
}

/** Writes customers, or what belongs to them, into a file: which, as what, with which columns; then gives the file. */
export default function ExportDialog(props: ExportDialogProps) {
  const { onClose, listVariables, selectedIds, shownColumns } = props;
  const t = useT();
  useFocusBack(true);
  const [part, setPart] = useState<Part>(selectedIds.length > 0 ? "selection" : "list");
  const [format, setFormat] = useState<ExportFormat>("XLSX");
  const [extent, setExtent] = useState<Extent>("all");
  const { permissions } = useViewer();
  const kinds = exportableKinds(permissions);
  const [recordType, setRecordType] = useState<ExportKind>("CUSTOMER");
  const [fields, setFields] = useState(() => fieldsOfKind("CUSTOMER"));
  const { state, busy, failure, start } = useExport();
  const receipt = useRef<HTMLDivElement>(null);
  const url = state?.status === "DONE" ? state.url : null;

  useEffect(() => {
    if (url) receipt.current?.scrollIntoView({ block: "end" });
  }, [url]);

  const { orderBy } = listVariables;
  const { inputs, counts } = useCounts(recordType, listVariables, selectedIds);
  const count = counts?.[part];

  const columnsOf: Record<Extent, readonly string[]> = {
    all: fieldsOfKind(recordType),
    shown: exportedFields(shownColumns),
    chosen: fields,
  };
  const columns = columnsOf[extent];

  function chooseKind(next: ExportKind) {
    setRecordType(next);
    setFields(fieldsOfKind(next));
    if (next !== "CUSTOMER" && extent === "shown") setExtent("all");
  }

  function begin() {
    const order = part === "everything" ? undefined : orderBy;
    void start({ ...inputs[part], format, orderBy: order, columns: [...columns] });
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
            value={recordType}
            onChange={(value) => chooseKind(kinds.find((one) => one === value) ?? "CUSTOMER")}
          />
        )}
        <PartChoice
          part={part}
          counts={counts}
          recordType={recordType}
          selected={selectedIds.length > 0}
          onChange={setPart}
        />
        <Choice
          label={t("exports.format")}
          value={format}
          options={formats.map((one) => ({
            value: one,
            label: t(`exports.format.${one}`),
            description: t(`exports.formatHint.${one}`),
          }))}
          onChange={setFormat}
        />
        <Choice
          label={t("exports.columns")}
          value={extent}
          options={extents
            .filter((one) => one !== "shown" || recordType === "CUSTOMER")
            .map((one) => ({ value: one, label: t(`exports.extent.${one}`) }))}
          onChange={setExtent}
        />
        {extent === "chosen" && (
          <FieldChoice recordType={recordType} chosen={fields} onChange={setFields} />
        )}
        <div ref={receipt} role="status" className={classes.progress}>
          {busy && <Written rows={state?.rows ?? 0} count={count} />}
          {state?.status === "DONE" && <ExportReceipt done={state} />}
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
        {url && <Download key={url} url={url} fileName={state?.fileName} />}
        <Button loading={busy} disabled={count === 0 || columns.length === 0} onClick={begin}>
          {t("exports.start")}
        </Button>
      </div>
    </Modal>
  );
}

/** How many rows each part of the list has, and what the API is given for it. */
function useCounts(
  recordType: ExportKind,
  { orderBy: _, ...listed }: ExportDialogProps["listVariables"],
  selectedIds: readonly string[],
) {
  const inputs: Record<Part, CountExportInput> = {
    selection: { recordType, filter: { ids: [...selectedIds] }, includeArchived: true },
    list: { recordType, ...listed },
    everything: { recordType, includeArchived: true },
  };
  const { data: counts } = useQuery(counting, {
    variables: { ...inputs, selected: selectedIds.length > 0 },
    fetchPolicy: "network-only",
  });
  return { inputs, counts };
}

interface PartChoiceProps {
  part: Part;
  counts: ReturnType<typeof useCounts>["counts"];
  recordType: ExportKind;
  /** Whether there is a selection. */
  selected: boolean;
  onChange: (part: Part) => void;
}

/** Which of the records: those that are selected, those of the list, or all of them. */
function PartChoice({ part, counts, recordType, selected, onChange }: PartChoiceProps) {
  const t = useT();
  const { number } = useFormat();
  return (
    <Choice
      label={t("exports.what")}
      value={part}
      options={parts
        .filter((one) => one !== "selection" || selected)
        .map((one) => ({
          value: one,
          label: t(`exports.part.${one}`),
          // The line is there from the start, so that nothing jumps when it is filled.
          description:
            counts?.[one] == null
              ? "…"
              : t(`exports.rows.${recordType}`, { count: counts[one], shown: number(counts[one]) }),
        }))}
      onChange={onChange}
    />
  );
}
