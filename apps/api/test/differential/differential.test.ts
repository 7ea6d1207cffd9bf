import { type DocumentNode, parse, validate } from "graphql";
import { Random } from "../../src/demo/random.js";
import { registry } from "../../src/features.js";
import { costOf } from "../../src/platform/graph/cost/queryCost.js";
import { assertModestQuery } from "../../src/platform/graph/cost/queryShape.js";
import { createSchema } from "../../src/schema.js";
import { startServer, type TestServer } from "../server.js";
import { Comparison } from "./comparison.js";
import { type RandomQuery, randomQuery } from "./randomQuery.js";
import { makeWorld, type World } from "./world.js";

// COUNT and SEED say how many, and which; `node --run differential` asks 10,000.
const COUNT = Number(
  process.env.COUNT ?? (process.env.NODE_RUN_SCRIPT_NAME === "differential" ? 10_000 : 500),
);
const SEED = process.env.SEED ?? String(Date.now());
const AT_ONCE = 10;
const DEAREST = 1_000;
const HOUR_MS = 3_600_000;

const schema = createSchema(registry);
let server: TestServer;
let world: World;
beforeAll(async () => {
  server = await startServer();
  world = await makeWorld(server);
});
afterAll(() => server.close());

// Callers may send it, and it is answered soon.
function isAllowed(document: DocumentNode, { text, variables }: RandomQuery): boolean {
  try {
    assertModestQuery(text);
  } catch {
    return false;
  }
  try {
    return variables.every(
      (given) => costOf(schema, document, given, undefined).requested <= DEAREST,
    );
  } catch {
    // Nothing costs what is refused for its variables.
    return true;
  }
}

/** A valid query that is neither too dear nor too large. */
function validQuery(random: Random): RandomQuery & { document: DocumentNode } {
  for (let tries = 0; ; tries += 1) {
    const query = randomQuery(schema, random.fork(tries), world.ids);
    const document = parse(query.text);
    if (validate(schema, document, undefined, { maxErrors: 1 }).length > 0) continue;
    if (isAllowed(document, query)) return { ...query, document };
  }
}

test(
  `random queries are answered as graphql-js answers them (COUNT=${COUNT} SEED=${SEED})`,
  async () => {
    const comparison = new Comparison(server.app);
    const random = new Random(SEED);
    const outcomes = { answered: 0, withErrors: 0, refused: 0 };
    const askOne = async (n: number) => {
      const { document, variables } = validQuery(random.fork(n));
      const actor = random.fork(`actor ${n}`).pick(world.actors);
      const [one = {}, other = {}] = variables;
      // The first time, the second, with other variables, and again.
      for (const result of await comparison.ask({ document, actor }, [one, one, other, one])) {
        if (result.data === undefined) outcomes.refused += 1;
        else outcomes[result.errors ? "withErrors" : "answered"] += 1;
      }
    };
    for (let n = 0; n < COUNT; n += AT_ONCE) {
      const some = Array.from({ length: Math.min(AT_ONCE, COUNT - n) }, (_, index) => n + index);
      await Promise.all(some.map(askOne));
    }
    process.stdout.write(`COUNT=${COUNT} SEED=${SEED} ${JSON.stringify(outcomes)}\n`);
    expect(outcomes.answered).toBeGreaterThan(COUNT);
    expect(outcomes.withErrors).toBeGreaterThan(COUNT);
  },
  HOUR_MS,
);
