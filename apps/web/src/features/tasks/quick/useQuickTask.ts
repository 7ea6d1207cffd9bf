import { type LinePart, readTaskLine } from "@clientela/shared/typed/taskLine";
import { foldText } from "@clientela/shared/values/foldText";
import { useEffect, useEffectEvent, useState } from "react";
import { currentLanguage } from "../../../i18n/i18n.js";
import { dateNotation } from "../../../i18n/region.js";
import { useT } from "../../../i18n/useT.js";
import { useRecordMutations } from "../../../records/useRecordMutations.js";
import { type Person, usePeople } from "../../../session/usePeople.js";
import { useViewer } from "../../../session/viewer.js";
import { sayFailure } from "../../../ui/feedback/apiError.js";
import { dropDraft, keepDraft, readDraft } from "../../../ui/forms/drafts.js";
import { showToast } from "../../../ui/toasts/toasts.js";
import { taskOperations } from "../task.operations.js";
import { useLineCustomer } from "./useLineCustomer.js";

const DRAFT = "task line";

/** The line that was typed and not saved. */
function keptLine(): string {
  const draft = readDraft(DRAFT);
  return typeof draft === "string" ? draft : "";
}

/** A task that is typed as one line: what is understood of it, and what is still missing. */
export function useQuickTask(hereId: string | null, onClose: () => void) {
  const t = useT();
  const { id: me, today } = useViewer();
  const people = usePeople();
  const [kept] = useState(keptLine);
  const [text, setText] = useState(kept);
  const [ignored, setIgnored] = useState<ReadonlySet<LinePart>>(new Set());
  const [at, setAt] = useState(0);
  const [entered, setEntered] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const { order } = dateNotation(currentLanguage());
  const line = readTaskLine(text, { today, now: clock(), order, ignored });
  const { found, searching } = useLineCustomer(line.customer, hereId);
  const customer = found[at] ?? found[0];
  const person = line.person === null ? undefined : personNamed(line.person, people);
  const mutations = useRecordMutations(taskOperations, customer?.id ?? null);

  function missing(): string | null {
    if (!line.title) return t("tasks.titleMissing");
    if (line.person !== null && !person) return t("tasks.noSuchPerson", { name: line.person });
    if (customer) return null;
    return line.customer === null
      ? t("tasks.whichCustomer")
      : t("tasks.noSuchCustomer", { name: line.customer });
  }

  async function save() {
    // Enter that comes before the customers are found waits for them.
    setEntered(searching);
    if (searching) return;
    const wanting = missing();
    setProblem(wanting ?? undefined);
    if (wanting || !customer || busy) return;
    setBusy(true);
    try {
      await mutations.create({
        ...{ title: line.title, description: null, status: "TODO", priority: "NORMAL" },
        ...{ dueOn: line.dueOn, dueTime: line.dueTime, projectId: null },
        assigneeId: line.person === null ? me : (person?.id ?? null),
      });
      const what = { title: line.title, customer: customer.displayName };
      dropDraft(DRAFT);
      showToast({ message: t("tasks.planned", what) });
      onClose();
    } catch (failure) {
      setProblem(sayFailure(failure) ?? t("ui.notDone"));
      setBusy(false);
    }
  }

  const saveNow = useEffectEvent(() => void save());
  useEffect(() => {
    if (entered && !searching) saveNow();
  }, [entered, searching]);

  return {
    /** Whether the line is the one that was typed before the dialog was closed or the page loaded anew. */
    isKept: kept !== "" && text === kept,
    ...{ text, line, customer, found, person, at: found[at] ? at : 0, busy, problem, save },
    change: (changed: string) => {
      setText(changed);
      if (changed) keepDraft(DRAFT, changed);
      else dropDraft(DRAFT);
      setAt(0);
      setProblem(undefined);
      setEntered(false);
    },
    choose: setAt,
    ignore: (part: LinePart) => setIgnored(new Set([...ignored, part])),
  };
}

/** The time on the person's clock, `14:05`. */
function clock(): string {
  const now = new Date();
  return `${String(now.getHours()).padStart(2, "0")}:${String(now.getMinutes()).padStart(2, "0")}`;
}

/** The first colleague of whose name each typed word begins one. */
function personNamed(typed: string, people: readonly Person[]): Person | undefined {
  const wanted = foldText(typed).split(" ");
  return people.find(({ name }) => {
    const names = foldText(name).split(" ");
    return wanted.every((word) => names.some((one) => one.startsWith(word)));
  });
}
