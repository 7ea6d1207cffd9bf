import { Button } from "@mantine/core";
import { Link } from "react-router";
import { useT } from "../../../../i18n/useT.js";
import { useShortcut } from "../../../../ui/shortcuts/useShortcut.js";
import { useSheet } from "../../useSheet.js";
import { recordPath } from "../recordPath.js";
import type { Decide, Decision } from "../useDeciding.js";
import type { Candidate, ImportRow } from "./importRows.js";
import classes from "./RowDecision.module.css";

interface RowDecisionProps {
  row: ImportRow;
  decide: Decide;
  /** Goes on once it is decided. */
  onDecided: () => void;
}

/** Decides which record an undecided row is, with the resulting changes; or shows the decision, which can be undone. */
export function RowDecision({ row, decide, onDecided }: RowDecisionProps) {
  const t = useT();
  const which = { lines: [row.line] };
  const isOpen = row.class === "UNDECIDED";
  const [only, ...others] = row.candidates;
  const sole = others.length === 0 ? only : undefined;

  async function choose(decision: Decision) {
    if (await decide(which, decision)) onDecided();
  }
  const update = ({ recordId }: Candidate) => void choose({ decision: "UPDATE", recordId });
  const create = () => void choose({ decision: "CREATE" });
  const skip = () => void choose({ decision: "SKIP" });

  const keys = { group: t("import.title"), inDialogs: true };
  useShortcut("u", () => sole && update(sole), {
    ...keys,
    label: t("import.decideUpdate"),
    enabled: isOpen && sole !== undefined,
  });
  useShortcut("n", create, { ...keys, label: t("import.decideCreate"), enabled: isOpen });
  useShortcut("x", skip, { ...keys, label: t("import.leaveOutRow"), enabled: isOpen });

  if (!isOpen) {
    return (
      <section className={classes.decision} aria-label={t("import.decision")}>
        <div className={classes.candidate}>
          <span>
            {t(row.decision === "UPDATE" ? "import.decidedUpdate" : "import.decidedCreate")}
          </span>
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => void decide(which, { decision: null })}
          >
            {t("import.decideAgain")}
          </Button>
        </div>
      </section>
    );
  }
  return (
    <section className={classes.decision} aria-label={t("import.decision")}>
      <h3 className={classes.title}>{t("import.decision")}</h3>
      <ul className={classes.candidates}>
        {row.candidates.map((candidate) => (
          <li key={candidate.recordId} className={classes.candidate}>
            <CandidateName row={row} candidate={candidate} />
            <Button
              size="compact-xs"
              variant="default"
              aria-keyshortcuts={sole ? "u" : undefined}
              onClick={() => update(candidate)}
            >
              {t("import.decideUpdate")}
            </Button>
            <Changes changes={candidate.changes} />
          </li>
        ))}
      </ul>
      <div className={classes.others}>
        <Button size="compact-xs" variant="default" aria-keyshortcuts="n" onClick={create}>
          {t("import.decideCreate")}
        </Button>
        <Button size="compact-xs" variant="default" aria-keyshortcuts="x" onClick={skip}>
          {t("import.leaveOutRow")}
        </Button>
      </div>
    </section>
  );
}

function CandidateName({ row, candidate }: { row: ImportRow; candidate: Candidate }) {
  const t = useT();
  const { schema } = useSheet();
  const { record, recordId } = candidate;
  if (!record) return <span>{t("import.decisionGone")}</span>;
  const customerId = record.__typename === "Customer" ? recordId : row.customer?.id;
  const name =
    record.__typename === "Customer"
      ? `${record.displayName} · ${record.number}`
      : "name" in record
        ? record.name
        : recordId;
  return customerId ? (
    <Link to={recordPath(schema.recordType, customerId, recordId)}>{name}</Link>
  ) : (
    <span>{name}</span>
  );
}

function Changes({ changes }: Pick<Candidate, "changes">) {
  const t = useT();
  const { labelOf } = useSheet();
  if (changes.length === 0) return null;
  return (
    <dl className={classes.changes}>
      {changes.map(({ field, old, new: now }) => (
        <div key={field}>
          <dt>{labelOf(field)}</dt>
          <dd>
            <del>{old ?? t("import.blank")}</del> → <ins>{now ?? t("import.blank")}</ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}
