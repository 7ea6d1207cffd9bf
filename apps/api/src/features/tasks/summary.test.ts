import { startServer } from "../../../test/server.js";
import { makeCustomer } from "../customers/customer.factory.js";
import { makeTask } from "./task.factory.js";

const FIGURES = `query ($id: ID!) { viewer { today } customer(id: $id) {
  summary { tasks { open overdue dueToday upcoming done } }
  open: tasks(filter: { state: [OPEN] }) { totalCount }
  overdue: tasks(filter: { state: [OVERDUE] }) { totalCount }
  dueToday: tasks(filter: { state: [DUE_TODAY] }) { totalCount }
  upcoming: tasks(filter: { state: [UPCOMING] }) { totalCount }
  done: tasks(filter: { state: [DONE] }) { totalCount }
  noDueDate: tasks(filter: { state: [NO_DUE_DATE] }) { totalCount }
  all: tasks { totalCount nodes { state } }
} }`;

type Counts = Record<"open" | "overdue" | "dueToday" | "upcoming" | "done", number>;
interface Metrics {
  viewer: { today: string };
  customer: { summary: { tasks: Counts } } & Record<
    keyof Counts | "noDueDate" | "all",
    { totalCount: number; nodes: { state: string }[] }
  >;
}

const DUE_DATES = [
  ...["2026-07-30", "2026-07-31", "2026-08-01", "2026-08-02"],
  ...["2026-10-31", "2026-11-01", "2026-11-02", "2026-11-03"],
  null,
];

// Each moment is a different day in some of the zones, or the last or first minute of one.
test.each([
  ["America/Sao_Paulo", "2026-08-01T02:59:59Z", "2026-07-31"],
  ["America/Sao_Paulo", "2026-08-01T03:00:00Z", "2026-08-01"],
  ["UTC", "2026-07-31T23:59:59Z", "2026-07-31"],
  ["UTC", "2026-08-01T00:00:00Z", "2026-08-01"],
  ["UTC", "2026-08-01T02:59:59Z", "2026-08-01"],
  // The day has 25 hours: its clocks are turned back.
  ["America/New_York", "2026-11-01T04:00:00Z", "2026-11-01"],
  ["America/New_York", "2026-11-02T04:59:59Z", "2026-11-01"],
  ["America/New_York", "2026-11-02T05:00:00Z", "2026-11-02"],
  ["Pacific/Kiritimati", "2026-07-31T09:59:59Z", "2026-07-31"],
  ["Pacific/Kiritimati", "2026-07-31T10:00:00Z", "2026-08-01"],
  ["Pacific/Kiritimati", "2026-08-01T02:59:59Z", "2026-08-01"],
])(
  "in %s at %s it is %s, and each figure is the count of its filter",
  async (timeZone, now, today) => {
    const server = await startServer({ timeZone });
    try {
      server.setNow(new Date(now));
      const admin = await server.signIn("admin");
      const { id } = await makeCustomer(admin);
      for (const dueOn of DUE_DATES) {
        await makeTask(admin, id, { dueOn });
        await makeTask(admin, id, { dueOn, status: "IN_PROGRESS" });
        await makeTask(admin, id, { dueOn, status: "DONE" });
      }
      const { data } = await admin.ask<Metrics>(FIGURES, { id });
      const { summary, all, noDueDate, ...counts } = data.customer;
      const due = (holds: (date: string) => boolean) =>
        2 * DUE_DATES.filter((date) => date !== null && holds(date)).length;
      expect(data.viewer.today).toBe(today);
      expect(summary.tasks).toEqual({
        open: 2 * DUE_DATES.length,
        overdue: due((date) => date < today),
        dueToday: due((date) => date === today),
        upcoming: due((date) => date > today),
        done: DUE_DATES.length,
      });
      expect(
        Object.fromEntries(Object.entries(counts).map(([name, list]) => [name, list.totalCount])),
      ).toEqual(summary.tasks);
      expect(noDueDate.totalCount).toBe(2);
      expect(all.totalCount).toBe(3 * DUE_DATES.length);
      expect(all.nodes.filter((task) => task.state === "OVERDUE")).toHaveLength(
        summary.tasks.overdue,
      );
    } finally {
      await server.close();
    }
  },
);
