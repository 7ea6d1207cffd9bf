/** Rows that were added or removed on screen before the list was fetched again. */
export class RowChanges<Row extends { id: string }> {
  #added: { row: Row; index: number }[] = [];
  #removed = new Set<string>();

  /** Shows a new row at a place of the list. */
  add(row: Row, index: number): void {
    this.#added = [...this.#added.filter((one) => one.row.id !== row.id), { row, index }];
  }

  /** Takes rows out. */
  remove(ids: Iterable<string>): void {
    for (const id of ids) this.#removed.add(id);
  }

  /** Undoes `remove`. */
  revert(ids: Iterable<string>): void {
    for (const id of ids) this.#removed.delete(id);
  }

  /** Forgets what fetched rows show by themselves. */
  settle(fetched: readonly Row[]): void {
    const ids = new Set(fetched.map(({ id }) => id));
    this.#removed.clear();
    this.#added = this.#added.filter(({ row }) => !ids.has(row.id));
  }

  /** Rows with the changes, and by how many the list is longer or shorter for them. */
  applyTo(loaded: readonly Row[], firstIndex: number): { rows: Row[]; longer: number } {
    const added = new Set(this.#added.map(({ row }) => row.id));
    const rows = loaded.filter(({ id }) => !this.#removed.has(id) && !added.has(id));
    for (const { row, index } of this.#added) {
      if (this.#removed.has(row.id)) continue;
      rows.splice(Math.min(rows.length, Math.max(0, index - firstIndex)), 0, row);
    }
    return { rows, longer: rows.length - loaded.length };
  }
}
