/** Where a cell is rendered: a row whose drawer is open is rendered twice. */
export type FixPlace = "grid" | "drawer";

interface Sent {
  text: string;
  /** Whether it is saved on the server. */
  saved: boolean;
}

const cellKey = (line: number, column: number) => `${line}:${column}`;

/** The cell that is being fixed, and the texts that rows do not show yet because they are checked again. */
export class CellFixes {
  #open: string | undefined;
  #sent = new Map<string, Sent>();
  #listeners = new Set<() => void>();

  /** Tells of each change. */
  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Whether a cell is open; rows should not move under it. */
  isBusy = (): boolean => this.#open !== undefined;

  /** Whether this cell is open. */
  isOpen(place: FixPlace, line: number, column: number): boolean {
    return this.#open === `${place} ${cellKey(line, column)}`;
  }

  /** Opens a cell in place of the one that was open. */
  open(place: FixPlace, line: number, column: number): void {
    this.#open = `${place} ${cellKey(line, column)}`;
    this.#changed();
  }

  /** Closes this cell; another one that was opened in the meantime stays open. */
  close(place: FixPlace, line: number, column: number): void {
    if (!this.isOpen(place, line, column)) return;
    this.#open = undefined;
    this.#changed();
  }

  /** The text that a cell was given and that its row may not show yet. */
  textOf(line: number, column: number): string | undefined {
    return this.#sent.get(cellKey(line, column))?.text;
  }

  /** Gives a cell a text while `write` saves it; takes it back where that fails. */
  async send(
    line: number,
    column: number,
    text: string,
    write: () => Promise<boolean>,
  ): Promise<void> {
    const key = cellKey(line, column);
    const sent: Sent = { text, saved: false };
    this.#sent.set(key, sent);
    this.#changed();
    sent.saved = await write();
    if (sent.saved || this.#sent.get(key) !== sent) return;
    this.#sent.delete(key);
    this.#changed();
  }

  /** Fetches rows again, which then replace what the server had before. */
  async settle(fetchRows: () => Promise<void>): Promise<void> {
    const saved = [...this.#sent].filter(([, sent]) => sent.saved);
    await fetchRows();
    for (const [key, sent] of saved) {
      if (this.#sent.get(key) === sent) this.#sent.delete(key);
    }
    this.#changed();
  }

  #changed() {
    for (const listener of this.#listeners) listener();
  }
}
