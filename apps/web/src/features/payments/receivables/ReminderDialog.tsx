import { sumByCurrency } from "@clientela/shared/values/money";
import { Button, Modal, SegmentedControl, Textarea } from "@mantine/core";
import { useMemo, useState } from "react";
import { makeFormat } from "../../../i18n/format.js";
import { currentLanguage } from "../../../i18n/i18n.js";
import { useT } from "../../../i18n/useT.js";
import { useViewer } from "../../../session/viewer.js";
import { copyText } from "../../../ui/feedback/copyText.js";
import { showToast } from "../../../ui/toasts/toasts.js";
import classes from "./ReminderDialog.module.css";
import {
  type LateInvoice,
  LEVELS,
  type Level,
  REMINDER_LANGUAGES,
  type ReminderLanguage,
  reminderText,
  suggestedLevel,
} from "./reminderText.js";

interface ReminderDialogProps {
  name: string;
  email: string | null;
  /** What is open in one currency, the one that is due first on top. */
  invoices: readonly LateInvoice[];
  onClose: () => void;
}

const DAY_MS = 86_400_000;

const languageAtFirst = (): ReminderLanguage => (currentLanguage() === "en" ? "en" : "pt");

/** The text of a reminder by level and language, to be copied or opened in the mail program; nothing is sent by itself. */
export function ReminderDialog({ name, email, invoices, onClose }: ReminderDialogProps) {
  const t = useT();
  const { today } = useViewer();
  const late = invoices.filter(({ dueOn }) => dueOn < today);
  const oldest = late[0]?.dueOn ?? today;
  const [language, setLanguage] = useState(languageAtFirst);
  const [level, setLevel] = useState<Level>(() =>
    suggestedLevel((Date.parse(today) - Date.parse(oldest)) / DAY_MS),
  );
  // Dates and amounts are written as the text is.
  const format = useMemo(() => makeFormat(language === "pt" ? "pt-BR" : "en-GB"), [language]);
  const [total] = sumByCurrency(late.map(({ balance }) => balance));
  const written = total && reminderText({ language, level }, name, late, total, format);
  const [typed, setTyped] = useState<string | null>(null);
  const body = typed ?? written?.body ?? "";
  const link = `mailto:${encodeURIComponent(email ?? "")}?subject=${encodeURIComponent(
    written?.subject ?? "",
  )}&body=${encodeURIComponent(body.replaceAll("\n", "\r\n"))}`;
  const write = (change: () => void) => {
    change();
    setTyped(null);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("receivables.remind")}
      size="lg"
      closeButtonProps={{ "aria-label": t("ui.close") }}
    >
      {written ? (
        <div className={classes.form}>
          <div className={classes.choices}>
            <SegmentedControl
              aria-label={t("receivables.level")}
              data={LEVELS.map((one) => ({
                value: String(one),
                label: t(`receivables.level.${one}`),
              }))}
              value={String(level)}
              onChange={(value) =>
                write(() => setLevel(LEVELS.find((one) => String(one) === value) ?? 1))
              }
            />
            <SegmentedControl
              aria-label={t("receivables.language")}
              data={REMINDER_LANGUAGES.map((value) => ({
                value,
                label: t(`receivables.language.${value}`),
              }))}
              value={language}
              onChange={(value) =>
                write(() =>
                  setLanguage(REMINDER_LANGUAGES.find((one) => one === value) ?? language),
                )
              }
            />
          </div>
          <Textarea
            label={written.subject}
            autosize
            minRows={8}
            maxRows={18}
            value={body}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <div className={classes.buttons}>
            <Button
              variant="default"
              onClick={() => {
                void copyText(body).then(() => showToast({ message: t("receivables.copied") }));
              }}
            >
              {t("receivables.copy")}
            </Button>
            <Button component="a" href={link}>
              {t("receivables.openMail")}
            </Button>
          </div>
        </div>
      ) : (
        <p>{t("receivables.nothingLate")}</p>
      )}
    </Modal>
  );
}
