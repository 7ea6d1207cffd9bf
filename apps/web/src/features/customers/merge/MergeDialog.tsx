import { useQuery } from "@apollo/client/react";
import { Button, Modal } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useState } from "react";
import { readFragment } from "../../../gql/fragment-masking.js";
import { graphql } from "../../../gql/gql.js";
import type { CustomerMergeField } from "../../../gql/graphql.js";
import { useT } from "../../../i18n/useT.js";
import { sayFailure } from "../../../ui/feedback/apiError.js";
import { ErrorNote } from "../../../ui/feedback/ErrorNote.js";
import { SkeletonRows } from "../../../ui/feedback/SkeletonRows.js";
import { useOnline } from "../../../ui/feedback/useOnline.js";
import { useFocusBack } from "../../../ui/overlays/useFocusBack.js";
import classes from "./MergeDialog.module.css";
import { MergePicker } from "./MergePicker.js";
import { MergeTable } from "./MergeTable.js";
import { mergeableCustomer, sourceOf } from "./mergeFields.js";
import { mostMerged } from "./mostMerged.js";
import { type Merged, useMerge } from "./useMerge.js";

const preview = graphql(`
  query MergePreview($ids: [ID!]!) {
    mergePreview(ids: $ids) {
      customers {
        id
        ...MergeableCustomer_customer
      }
      differing
      recordCounts {
        customerId
        recordType
        count
      }
    }
  }
`);

interface MergeDialogProps {
  /** The customers to begin with. */
  ids: readonly string[];
  onClose: () => void;
  onMerged: (merged: Merged) => void;
  onUndone?: (merged: Merged) => void;
}

/** Shows customers side by side; the person chooses which one stays, and each value. */
export default function MergeDialog({ ids: given, onClose, onMerged, onUndone }: MergeDialogProps) {
  const t = useT();
  const online = useOnline();
  const narrow = useMediaQuery("(max-width: 767px)", false, { getInitialValueInEffect: false });
  useFocusBack(true);
  const [ids, setIds] = useState(given);
  const [survivorId, setSurvivorId] = useState<string>();
  const [choices, setChoices] = useState<Partial<Record<CustomerMergeField, string>>>({});
  const { data, previousData, error, refetch } = useQuery(preview, {
    variables: { ids: [...ids] },
    fetchPolicy: "network-only",
  });
  const { merge, busy, failure } = useMerge();
  const shown = (data ?? previousData)?.mergePreview;
  const customers = shown?.customers.map((one) => readFragment(mergeableCustomer, one)) ?? [];
  const recordCounts = shown?.recordCounts ?? [];
  const held = (id: string) =>
    recordCounts.reduce((sum, one) => sum + (one.customerId === id ? one.count : 0), 0);
  // The one with the most is moved the least.
  const survivor =
    customers.find(({ id }) => id === survivorId) ??
    [...customers].sort((a, b) => held(b.id) - held(a.id))[0];
  const enough = customers.length > 1 && customers.length === ids.length;

  async function run() {
    if (!survivor || !shown) return;
    const merged = await merge({
      survivor,
      others: customers.filter(({ id }) => id !== survivor.id),
      fields: shown.differing.map((field) => ({
        field,
        from: choices[field] ?? sourceOf(field, survivor, customers),
      })),
      onUndone,
    });
    if (merged) onMerged(merged);
    // Someone may have changed one of them; the next try goes out from what they are now.
    else void refetch();
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={t("merge.title")}
      closeButtonProps={{ "aria-label": t("ui.close") }}
      size={customers.length > 3 ? 1100 : 820}
      fullScreen={narrow}
    >
      {error && (
        <ErrorNote error={error} onRetry={() => void refetch()}>
          {t("merge.failed")}
        </ErrorNote>
      )}
      {failure !== undefined && <ErrorNote>{sayFailure(failure) ?? t("ui.notDone")}</ErrorNote>}
      {!shown && !error && <SkeletonRows rows={5} label={t("merge.loading")} />}
      {survivor && shown && (
        <>
          {enough && <p className={classes.text}>{t("merge.hint")}</p>}
          <MergeTable
            customers={customers}
            differing={enough ? shown.differing : []}
            recordCounts={recordCounts}
            survivor={survivor}
            choices={choices}
            onSurvivor={(id) => {
              setSurvivorId(id);
              setChoices({});
            }}
            onChoose={(field, id) => setChoices((now) => ({ ...now, [field]: id }))}
          />
          {ids.length < mostMerged && (
            <MergePicker taken={ids} onPick={(id) => setIds([...ids, id])} />
          )}
        </>
      )}
      <div className={classes.buttons}>
        <Button variant="default" onClick={onClose}>
          {t("ui.cancel")}
        </Button>
        <Button loading={busy} disabled={!enough || !online} onClick={() => void run()}>
          {survivor && enough ? t("merge.runInto", { name: survivor.legalName }) : t("merge.run")}
        </Button>
      </div>
    </Modal>
  );
}
