import { Popover, TextInput, type TextInputProps } from "@mantine/core";
import { DatePicker, DatesProvider } from "@mantine/dates";
import "@mantine/dates/styles.layer.css";
import { isCalendarDate } from "@clientela/shared/values/dates";
import dayjs from "dayjs";
import "dayjs/locale/pt.js";
import "dayjs/locale/pt-br.js";
import { readDate } from "@clientela/shared/typed/typedDate";
import { useState } from "react";
import { currentLanguage } from "../../i18n/i18n.js";
import type { Language } from "../../i18n/language.js";
import { dateNotation } from "../../i18n/region.js";
import { useT } from "../../i18n/useT.js";
import { useViewer } from "../../session/viewer.js";
import { FieldLabel } from "./FieldLabel.js";
import type { FieldProps } from "./TextField.js";
import { useValidity } from "./TypedField.js";

const calendarLocales: Record<Language, string> = { "pt-BR": "pt-br", "pt-PT": "pt", en: "en" };
// Brazil and North America begin the week on Sunday.
const sundayFirst = /^(pt-BR|en-(US|CA))$/i;

interface DateFieldProps
  extends Omit<TextInputProps, "label" | "error" | "value" | "onChange">,
    FieldProps {
  /** A date as `2026-11-24`, null for none; or a text that was typed and is no date. */
  value?: string | null;
  onChange: (value: string | null) => void;
  minDate?: string;
  maxDate?: string;
  /** Whether the calendar stands outside of what the field stands in; it does unless this says false. */
  withinPortal?: boolean;
}

/**
 * A calendar date, typed as people say it ("15/12", "amanhã", "in 3 days") or picked; written as the person's region
 * writes dates. A text that is no date stays, says so, and keeps its form from being sent.
 */
export function DateField(props: DateFieldProps) {
  const { label, optional, error, value = null, onChange, minDate, maxDate, ...rest } = props;
  const { onBlur, onFocus, withinPortal, ...input } = rest;
  const t = useT();
  const { today } = useViewer();
  const language = currentLanguage();
  const { locale, pattern, order } = dateNotation(language);
  const [typed, setTyped] = useState<string>();
  const [open, setOpen] = useState(false);
  const date = value && isCalendarDate(value) ? value : null;
  const write = (one: string) => dayjs(one).format(pattern);
  const { ref, shown, show, leave, hide } = useValidity(wrongWith());

  function wrongWith(): string {
    if (!value) return "";
    if (!date) return t("ui.notADate", { example: write(today) });
    if (maxDate && date > maxDate) return t("ui.dateTooLate", { date: write(maxDate) });
    return minDate && date < minDate ? t("ui.dateTooEarly", { date: write(minDate) }) : "";
  }

  return (
    <DatesProvider
      settings={{
        locale: calendarLocales[language],
        firstDayOfWeek: sundayFirst.test(locale) ? 0 : 1,
      }}
    >
      <Popover
        opened={open}
        position="bottom-start"
        trapFocus={false}
        withRoles={false}
        withinPortal={withinPortal}
        shadow="none"
        transitionProps={{ duration: 80 }}
        disabled={input.disabled || input.readOnly}
        onChange={setOpen}
      >
        <Popover.Target>
          <TextInput
            ref={ref}
            autoComplete="off"
            placeholder={pattern.toLowerCase()}
            label={<FieldLabel label={label} optional={optional} />}
            error={shown ?? error}
            value={typed ?? (date ? write(date) : (value ?? ""))}
            onClick={() => setOpen(true)}
            onFocus={(event) => {
              setOpen(true);
              onFocus?.(event);
            }}
            onChange={(event) => {
              const text = event.currentTarget.value;
              hide();
              setOpen(true);
              setTyped(text);
              onChange(text.trim() === "" ? null : (readDate(text, today, order) ?? text));
            }}
            onBlur={(event) => {
              setTyped(undefined);
              setOpen(false);
              leave();
              onBlur?.(event);
            }}
            onInvalid={show}
            onKeyDown={(event) => {
              if (event.key !== "Escape" || !open) return;
              event.stopPropagation();
              setOpen(false);
            }}
            {...input}
          />
        </Popover.Target>
        {/* The field keeps the focus while a day is picked. */}
        <Popover.Dropdown onMouseDown={(event) => event.preventDefault()}>
          <DatePicker
            // Another month comes into view when a date of it was typed.
            key={date}
            value={date}
            defaultDate={date ?? today}
            minDate={minDate}
            maxDate={maxDate}
            allowDeselect={optional}
            previousLabel={t("ui.previousMonth")}
            nextLabel={t("ui.nextMonth")}
            __preventFocus
            onChange={(picked) => {
              setTyped(undefined);
              setOpen(false);
              onChange(picked);
            }}
          />
        </Popover.Dropdown>
      </Popover>
    </DatesProvider>
  );
}
