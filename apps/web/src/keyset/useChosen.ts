import { useState } from "react";

/** A list on screen: the loaded rows, their total number, and a text that identifies its parameters. */
interface ListState<Row> {
  shown: { rows: readonly Row[]; total: number };
  key: string;
}

/** The result of `useChosen`. */
export type Chosen<Row extends { id: string }> = ReturnType<typeof useChosen<Row>>;

/** The chosen rows of a list: some by their ids, or all that its question finds. */
export function useChosen<Row extends { id: string }>({ shown, key }: ListState<Row>) {
  const [chosen, setChosen] = useState<ReadonlyMap<string, Row>>(new Map());
  const [allOf, setAllOf] = useState<string | null>(null);
  // Another question finds others: then only those count that were chosen one by one.
  const all = allOf === key && chosen.size > 0;

  function choose(ids: ReadonlySet<string>) {
    const loaded = new Map(shown.rows.map((row) => [row.id, row]));
    const rows = [...ids].flatMap((id) => loaded.get(id) ?? chosen.get(id) ?? []);
    setChosen(new Map(rows.map((row) => [row.id, row])));
    setAllOf(null);
  }

  return {
    rows: [...chosen.values()],
    ids: [...chosen.keys()],
    /** What the grid marks. */
    selected: new Set(all ? shown.rows.map(({ id }) => id) : chosen.keys()),
    all,
    count: all ? shown.total : chosen.size,
    choose,
    chooseAll: () => setAllOf(key),
    /** Lets some of them go, such as deleted ones. */
    drop: (ids: readonly string[]) =>
      choose(new Set([...chosen.keys()].filter((id) => !ids.includes(id)))),
    clear: () => choose(new Set()),
  };
}
