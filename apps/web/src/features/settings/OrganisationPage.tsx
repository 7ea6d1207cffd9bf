import { CURRENCIES } from "@clientela/shared/values/currencies";
import { useMemo } from "react";
import { useFormat } from "../../i18n/useFormat.js";
import { useT } from "../../i18n/useT.js";
import { useMay, useViewer } from "../../session/viewer.js";
import { ConflictDialog } from "../../ui/conflict/ConflictDialog.js";
import { ErrorNote } from "../../ui/feedback/ErrorNote.js";
import { InlineEdit } from "../../ui/inline/InlineEdit.js";
import { InlineSelect } from "../../ui/inline/InlineSelect.js";
import { DemoSection } from "./DemoSection.js";
import { type OrganisationValues, useOrganisation } from "./organisationEdits.js";
import { Row, Rows } from "./Rows.js";
import { SettingsFrame } from "./SettingsFrame.js";

const currencies = CURRENCIES.map((code) => ({ value: code, label: code }));

/** What the organisation set for everyone; an admin changes it in its place. */
export function Component() {
  const t = useT();
  const format = useFormat();
  const viewer = useViewer();
  const mayChange = useMay("settings:write");
  const organisation = useOrganisation({ skip: !mayChange });
  const zones = useMemo(
    () => Intl.supportedValuesOf("timeZone").map((zone) => ({ value: zone, label: zone })),
    [],
  );
  const readOnly = !mayChange || !organisation.values;
  const refuses = organisation.values?.refuseOverCreditLimit ?? false;
  return (
    <SettingsFrame>
      {organisation.error && (
        <ErrorNote error={organisation.error} onRetry={() => void organisation.refetch()}>
          {t("settings.organisationFailed")}
        </ErrorNote>
      )}
      <Rows title={t("settings.forAll")} hint={mayChange ? undefined : t("settings.byAdmins")}>
        <Row name={t("settings.timeZone")} hint={t("settings.timeZoneHint")}>
          <InlineSelect
            label={t("settings.timeZone")}
            value={viewer.timeZone}
            shown={viewer.timeZone}
            options={zones}
            readOnly={readOnly}
            onSave={(timeZone) => organisation.change({ timeZone })}
          />
        </Row>
        <Row name={t("settings.today")}>{format.date(viewer.today)}</Row>
        <Row name={t("settings.currency")} hint={t("settings.currencyHint")}>
          <InlineSelect
            label={t("settings.currency")}
            value={viewer.currency}
            shown={viewer.currency}
            options={currencies}
            readOnly={readOnly}
            onSave={(currency) => organisation.change({ currency })}
          />
        </Row>
        {mayChange && (
          <Row name={t("settings.refuseOverCreditLimit")} hint={t("settings.creditLimitHint")}>
            <InlineSelect
              label={t("settings.refuseOverCreditLimit")}
              value={refuses ? "refuse" : "warn"}
              shown={t(refuses ? "settings.creditLimit.refuse" : "settings.creditLimit.warn")}
              options={(["warn", "refuse"] as const).map((value) => ({
                value,
                label: t(`settings.creditLimit.${value}`),
              }))}
              readOnly={readOnly}
              onSave={(value) => organisation.change({ refuseOverCreditLimit: value === "refuse" })}
            />
          </Row>
        )}
      </Rows>
      {mayChange && !organisation.error && (
        <OnDocuments values={organisation.values} onChange={organisation.change} />
      )}
      {mayChange && <DemoSection />}
      <ConflictDialog />
    </SettingsFrame>
  );
}

interface OnDocumentsProps {
  /** Undefined while they are loaded: the rows keep their places. */
  values: OrganisationValues | undefined;
  onChange: (changes: Partial<OrganisationValues>) => Promise<void>;
}

/** What the PDFs of quotes, orders, invoices and credit notes say of the organisation. */
function OnDocuments({ values, onChange }: OnDocumentsProps) {
  const t = useT();
  const readOnly = values === undefined;
  return (
    <Rows title={t("settings.onDocuments")} hint={t("settings.onDocumentsHint")}>
      <Row name={t("settings.name")}>
        <InlineEdit
          label={t("settings.name")}
          value={values?.name ?? ""}
          readOnly={readOnly}
          onSave={(name) => onChange({ name })}
        />
      </Row>
      <Row name={t("settings.taxId")}>
        <InlineEdit
          label={t("settings.taxId")}
          value={values?.taxId ?? ""}
          readOnly={readOnly}
          onSave={(taxId) => onChange({ taxId })}
        />
      </Row>
      <Row name={t("settings.address")}>
        <InlineEdit
          label={t("settings.address")}
          value={values?.address ?? ""}
          readOnly={readOnly}
          multiline
          onSave={(address) => onChange({ address })}
        />
      </Row>
    </Rows>
  );
}
