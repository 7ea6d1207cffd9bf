import { type FormErrors, type UseFormReturnType, useForm } from "@mantine/form";
import { useEffect, useState } from "react";
import { apiErrorOf, sayIssue } from "../feedback/apiError.js";
import { draftOf, dropDraft, keepDraft, readDraft } from "./drafts.js";

interface RecordFormOptions<Values> {
  initial: Values;
  /** Saves; what it throws is shown, issues under their fields. */
  send: (values: Values) => Promise<unknown>;
  /** Says what is wrong before anything is sent: a sentence by field. */
  check?: (values: Values) => FormErrors;
  /** What to ask before values that satisfy `check` are sent; null where there is nothing to ask. */
  ask?: (values: Values) => string | null;
  /** Where an API issue belongs in this form; its own path unless said. */
  fieldOf?: (path: string) => string;
  /** Keeps what was typed under this name when the form is closed or the page is loaded again. */
  draft?: string;
}

/** A form of a record's fields, and how its save goes. */
export interface RecordForm<Values> {
  form: UseFormReturnType<Values>;
  saving: boolean;
  /** What went wrong and belongs to no field. */
  failure: unknown;
  submit: () => void;
  /** What is asked before the form is sent: the question in words, and the two replies. */
  question?: { text: string; confirm: () => void; dismiss: () => void } | null;
  /** Whether the form began with what was typed and not saved the last time. */
  restored: boolean;
  /** Throws away what was typed. */
  reset: () => void;
}

/** Holds a form's values, saves them, and puts what the API finds wrong under the fields. */
export function useRecordForm<Values extends Record<string, unknown>>(
  options: RecordFormOptions<Values>,
): RecordForm<Values> {
  const { initial, check, ask, fieldOf = (path) => path, draft } = options;
  // The record as it was when the form opened; what others save meanwhile must not slip under it.
  const [send] = useState(() => options.send);
  const [saving, setSaving] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const [asked, setAsked] = useState<string | null>(null);
  const form = useForm<Values>({ mode: "controlled", initialValues: initial, validate: check });
  const { setValues } = form;
  const [first] = useState(initial);
  const [restored, setRestored] = useState(false);

  useEffect(() => {
    const kept = draft === undefined ? null : draftOf(readDraft(draft), first);
    if (!kept) return;
    setValues(kept);
    setRestored(true);
  }, [draft, first, setValues]);

  const dirty = form.isDirty();
  useEffect(() => {
    if (draft !== undefined && dirty) keepDraft(draft, form.values);
  }, [draft, dirty, form.values]);

  function reset() {
    if (draft !== undefined) dropDraft(draft);
    form.setInitialValues(first);
    form.reset();
    setFailure(undefined);
    setRestored(false);
  }

  async function save(values: Values) {
    if (saving) return;
    setSaving(true);
    setFailure(undefined);
    try {
      await send(values);
      if (draft !== undefined) dropDraft(draft);
    } catch (thrown) {
      const issues = apiErrorOf(thrown)?.issues ?? [];
      form.setErrors(
        Object.fromEntries(issues.map((issue) => [fieldOf(issue.path), sayIssue(issue)])),
      );
      setFailure(issues.length > 0 ? undefined : thrown);
    } finally {
      setSaving(false);
    }
  }

  return {
    form,
    saving,
    failure,
    submit: form.onSubmit((values) => {
      const text = ask?.(values) ?? null;
      if (text === null) void save(values);
      else setAsked(text);
    }),
    question:
      asked === null
        ? null
        : {
            text: asked,
            confirm: () => {
              setAsked(null);
              void save(form.getValues());
            },
            dismiss: () => setAsked(null),
          },
    restored,
    reset,
  };
}
