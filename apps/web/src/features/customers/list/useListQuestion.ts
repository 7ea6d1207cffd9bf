import { useCallback, useMemo } from "react";
import { useSearchParams } from "react-router";
import { useViewer } from "../../../session/viewer.js";
import { type ListQuestion, readQuestion, writeQuestion } from "./listQuestion.js";

/** What the URL asks of the list, and the way to ask something else in its place. */
export function useListQuestion(): [question: ListQuestion, ask: (question: ListQuestion) => void] {
  const [params, setParams] = useSearchParams();
  const text = params.toString();
  const { permissions } = useViewer();
  const question = useMemo(
    () => readQuestion(new URLSearchParams(text), permissions),
    [text, permissions],
  );
  const ask = useCallback(
    (next: ListQuestion) =>
      setParams((current) => writeQuestion(next, current), {
        replace: true,
        preventScrollReset: true,
      }),
    [setParams],
  );
  return [question, ask];
}
