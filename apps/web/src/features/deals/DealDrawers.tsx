import { DEAL_STAGES } from "@clientela/shared/records/enums";
import { useT } from "../../i18n/useT.js";
import { RecordDrawers } from "../../records/RecordDrawers.js";
import { RecordForm } from "../../records/RecordForm.js";
import { useViewer } from "../../session/viewer.js";
import { FieldPair } from "../../ui/forms/FormDrawer.js";
import { dealOperations, dealStatus } from "./deal.operations.js";

const isEnd = (stage: unknown) => stage === "WON" || stage === "LOST";

/** The drawer for a deal that the URL opens: `deal=<id>` or `deal=new`. */
export function DealDrawers({ customerId, currency }: { customerId: string; currency: string }) {
  const t = useT();
  const { id: ownerId } = useViewer();
  return (
    <RecordDrawers
      operations={dealOperations}
      params={{ edit: "deal" }}
      form={({ record, onClose }) => (
        <RecordForm
          operations={dealOperations}
          customerId={customerId}
          record={record}
          defaults={{ stage: "LEAD", currency, ownerId }}
          title={record ? t("deals.edit") : t("deals.add")}
          onClose={onClose}
          deletes
          // It follows from the stage.
          prepare={({ probability, ...values }) =>
            isEnd(values.stage) || probability === undefined ? values : { ...values, probability }
          }
        >
          {({ field, drafts }) => {
            const stages = record ? [record.stage, ...dealStatus.next(record)] : DEAL_STAGES;
            return (
              <>
                {field("title", { autoFocus: true })}
                <FieldPair>
                  {field("value")}
                  {field("currency")}
                </FieldPair>
                <FieldPair>
                  {field("stage", {
                    choices: DEAL_STAGES.filter((stage) => stages.includes(stage)).map((stage) => ({
                      value: stage,
                      label: dealStatus.label(t, stage),
                    })),
                  })}
                  {field("probability", { disabled: isEnd(drafts.stage) })}
                </FieldPair>
                <FieldPair>
                  {field("expectedCloseOn")}
                  {field("ownerId")}
                </FieldPair>
                {field("notes")}
              </>
            );
          }}
        </RecordForm>
      )}
    />
  );
}
