import { useMemo } from "react";
import { useSearchParams } from "react-router";
import type { GridSort } from "../grid/columns/column.js";

/** A sort that the URL holds as `?sort=-due`, for the grid and for the query. */
export function useSortParam<Field extends string>(
  fields: Readonly<Record<string, Field>>,
): {
  sort: GridSort | null;
  setSort: (sort: GridSort) => void;
  orderBy: { field: Field; direction: "ASC" | "DESC" } | null;
} {
  const [search, setSearch] = useSearchParams();
  const param = search.get("sort") ?? "";
  const column = param.replace(/^-/, "");
  const field = fields[column];
  const descending = param.startsWith("-");
  const orderBy = useMemo(
    () => (field ? { field, direction: descending ? ("DESC" as const) : ("ASC" as const) } : null),
    [field, descending],
  );
  return {
    sort: field ? { column, direction: descending ? "desc" : "asc" } : null,
    orderBy,
    setSort: (sort) => {
      const next = new URLSearchParams(search);
      next.set("sort", `${sort.direction === "desc" ? "-" : ""}${sort.column}`);
      setSearch(next, { replace: true, preventScrollReset: true });
    },
  };
}
