import { KeysetRows } from "./KeysetRows.js";
import type { PageRequest, PageResult, RowSource } from "./rowSource.js";

interface Row {
  id: string;
}

const nameOf = (number: number) => `r${String(number).padStart(6, "0")}`;

/** A list of the given length that responds as the API does, and records its requests. */
function listOf(length: number, withJumps = false, estimate?: number) {
  let rows: Row[] = Array.from({ length }, (_, number) => ({ id: nameOf(number) }));
  const requests: PageRequest[] = [];
  let failing = false;
  const listeners = new Set<() => void>();

  function result(page: PageRequest): PageResult<Row> {
    const after = page.after === undefined ? 0 : rows.findIndex(({ id }) => id > `${page.after}`);
    const start = after < 0 ? rows.length : after;
    const before = page.before;
    const end = before === undefined ? rows.length : rows.filter(({ id }) => id < before).length;
    const found =
      page.last === undefined
        ? rows.slice(start, Math.min(end, start + (page.first ?? 25)))
        : rows.slice(Math.max(start, end - page.last), end);
    const first = found[0] ? rows.indexOf(found[0]) : 0;
    return {
      edges: found.map((node) => ({ cursor: node.id, node })),
      hasPreviousPage: page.last === undefined ? page.after !== undefined : first > 0,
      hasNextPage: page.last === undefined ? first + found.length < end : page.before !== undefined,
      total: page.withTotal ? (estimate ?? rows.length) : undefined,
      isEstimate: estimate !== undefined,
    };
  }

  const counted = jest.fn(async () => rows.length);
  const source: RowSource<Row> = {
    count: counted,
    watch(page, next, failed, known) {
      let open = true;
      const tell = () => {
        if (open) next(result(page));
      };
      if (!known) requests.push(page);
      listeners.add(tell);
      queueMicrotask(() => (failing ? failed(new Error("away")) : tell()));
      return () => {
        open = false;
        listeners.delete(tell);
      };
    },
    ...(withJumps
      ? { cursorAt: async (row: number) => (row === 0 ? null : (rows[row - 1]?.id ?? null)) }
      : {}),
  };
  return {
    source,
    requests,
    counted,
    fail: (on: boolean) => {
      failing = on;
    },
    change: (next: (rows: Row[]) => Row[]) => {
      rows = next(rows);
    },
    watched: () => listeners.size,
  };
}

async function settled(rows: KeysetRows<Row>): Promise<ReturnType<typeof rows.state>> {
  await new Promise((resolve) => setTimeout(resolve));
  while (rows.state().loading) await new Promise((resolve) => setTimeout(resolve));
  return rows.state();
}

function open(length: number, withJumps = false, estimate?: number) {
  const list = listOf(length, withJumps, estimate);
  const rows = new KeysetRows(list.source);
  const close = rows.subscribe(() => {});
  return { ...list, rows, close };
}

const numbers = (rows: readonly Row[]) => rows.map(({ id }) => Number(id.slice(1)));

describe("rows by keyset", () => {
  it("fetch the first page and the length, and nothing else", async () => {
    const { rows, requests } = open(12_480);
    const { rows: shown, total, firstIndex, ready } = await settled(rows);
    expect([shown.length, total, firstIndex, ready]).toEqual([50, 12_480, 0, true]);
    expect(requests).toEqual([{ first: 50, withTotal: true }]);
  });

  it("grow without gaps as the window moves down, and do not count again", async () => {
    const { rows, requests } = open(400);
    await settled(rows);
    rows.need({ first: 90, last: 160 });
    const state = await settled(rows);
    expect(numbers(state.rows)).toEqual(Array.from({ length: state.rows.length }, (_, i) => i));
    expect(state.rows.length).toBeGreaterThan(160);
    expect(requests.slice(1).every(({ withTotal }) => !withTotal)).toBe(true);
  });

  it("jump to the end and grow back up from there", async () => {
    const { rows, requests } = open(10_000);
    await settled(rows);
    rows.need({ first: 9_960, last: 9_999 });
    let state = await settled(rows);
    expect([state.firstIndex, state.rows.length]).toEqual([9_900, 100]);
    expect(requests).toHaveLength(2);
    rows.need({ first: 9_870, last: 9_910 });
    state = await settled(rows);
    expect(numbers(state.rows)).toEqual(
      Array.from({ length: state.rows.length }, (_, i) => i + state.firstIndex),
    );
    expect(state.firstIndex).toBeLessThanOrEqual(9_870);
  });

  it("jump into the middle where the source knows the cursor of a row", async () => {
    const { rows, requests } = open(1_000_000, true);
    await settled(rows);
    rows.need({ first: 500_000, last: 500_060 });
    const state = await settled(rows);
    expect(numbers(state.rows)[500_000 - state.firstIndex]).toBe(500_000);
    expect(state.firstIndex + state.rows.length).toBeGreaterThan(500_060);
    expect(requests.length).toBeLessThan(5);
    expect(state.total).toBe(1_000_000);
  });

  it.each([
    ["fewer", 40_000],
    ["more", 15_000],
  ])("are counted at the end of a list that was estimated to have %s", async (_, estimate) => {
    const { rows, counted } = open(25_000, true, estimate);
    const { total, isEstimate } = await settled(rows);
    expect([total, isEstimate, counted.mock.calls.length]).toEqual([estimate, true, 0]);
    rows.need({ first: estimate - 40, last: estimate - 1 });
    let state = await settled(rows);
    expect([state.total, state.isEstimate, counted.mock.calls.length]).toEqual([25_000, false, 1]);
    rows.need({ first: 24_960, last: 24_999 });
    state = await settled(rows);
    expect(numbers(state.rows)[24_999 - state.firstIndex]).toBe(24_999);
  });

  it("come to the end where a jump goes further than there are rows", async () => {
    const { rows } = open(12_000, true, 90_000);
    await settled(rows);
    rows.need({ first: 50_000, last: 50_060 });
    const state = await settled(rows);
    expect([state.total, state.isEstimate]).toEqual([12_000, false]);
    expect(numbers(state.rows).at(-1)).toBe(11_999);
  });

  it("are counted on request", async () => {
    const { rows, counted } = open(300, false, 280);
    await settled(rows);
    expect(await rows.count()).toBe(true);
    expect(await rows.count()).toBe(true);
    expect([rows.state().total, rows.state().isEstimate]).toEqual([300, false]);
    expect(counted).toHaveBeenCalledTimes(1);
  });

  it("come back to the start from afar", async () => {
    const { rows } = open(100_000, true);
    await settled(rows);
    rows.need({ first: 70_000, last: 70_040 });
    await settled(rows);
    rows.need({ first: 0, last: 40 });
    const state = await settled(rows);
    expect([state.firstIndex, numbers(state.rows)[0]]).toEqual([0, 0]);
  });

  it("keep a bounded number of rows however far a person scrolls", async () => {
    const { rows } = open(9_000);
    await settled(rows);
    for (let first = 0; first < 6_000; first += 80) {
      rows.need({ first, last: first + 60 });
      await settled(rows);
    }
    const state = rows.state();
    expect(state.rows.length).toBeLessThanOrEqual(2_100);
    expect(numbers(state.rows)[0]).toBe(state.firstIndex);
    rows.need({ first: state.firstIndex - 60, last: state.firstIndex });
    const back = await settled(rows);
    expect(numbers(back.rows)[0]).toBe(back.firstIndex);
    expect(back.firstIndex).toBeLessThanOrEqual(state.firstIndex - 60);
  });

  it("show why a page failed, keep the others, and continue after a retry", async () => {
    const { rows, fail } = open(300);
    await settled(rows);
    fail(true);
    rows.need({ first: 60, last: 90 });
    let state = await settled(rows);
    expect(state.error).toEqual(new Error("away"));
    expect(state.rows).toHaveLength(50);
    fail(false);
    rows.retry();
    state = await settled(rows);
    expect(state.error).toBeUndefined();
    expect(state.rows.length).toBeGreaterThan(90);
  });

  it("show an added row at its position until the list is loaded again", async () => {
    const { rows, change } = open(120);
    await settled(rows);
    rows.add({ id: "r000003b" }, 10);
    expect(rows.state().rows[10]).toEqual({ id: "r000003b" });
    expect(rows.state().total).toBe(121);
    change((all) => [...all, { id: "r000003b" }].sort((a, b) => (a.id < b.id ? -1 : 1)));
    await rows.refresh();
    const state = await settled(rows);
    expect(state.rows[4]).toEqual({ id: "r000003b" });
    expect(state.rows.filter(({ id }) => id === "r000003b")).toHaveLength(1);
    expect(state.total).toBe(121);
  });

  it("take rows out and put them back", async () => {
    const { rows } = open(60);
    await settled(rows);
    rows.remove([nameOf(1), nameOf(2)]);
    expect([rows.state().rows[1]?.id, rows.state().total]).toEqual([nameOf(3), 58]);
    rows.revert([nameOf(1), nameOf(2)]);
    expect([rows.state().rows[1]?.id, rows.state().total]).toEqual([nameOf(1), 60]);
  });

  it("stop watching when nothing is rendered", async () => {
    const { rows, close, watched } = open(60);
    await settled(rows);
    expect(watched()).toBeGreaterThan(0);
    close();
    expect(watched()).toBe(0);
    expect(rows.state().rows).toHaveLength(50);
  });

  it("end where the list ends, although it was longer when it was counted", async () => {
    const { rows, change } = open(200);
    await settled(rows);
    change((all) => all.slice(0, 120));
    rows.need({ first: 150, last: 199 });
    const state = await settled(rows);
    expect([state.rows.length, state.total]).toEqual([120, 120]);
  });
});
