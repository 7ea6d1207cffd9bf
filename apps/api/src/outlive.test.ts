import { spawn } from "node:child_process";
import { once } from "node:events";

/** Runs a program that has the policy, and answers its exit code and the messages that it logged. */
async function run(program: string): Promise<{ code: number; said: string }> {
  const child = spawn(
    process.execPath,
    [
      ...["--conditions=source", "--import", "@oxc-node/core/register"],
      ...["--input-type=module", "--eval"],
      `import { pino } from "pino";
       import { outliveErrors } from ${JSON.stringify(new URL("outlive.ts", import.meta.url).href)};
       outliveErrors(pino({}, pino.destination({ fd: 1, sync: true })));
       ${program}`,
    ],
    {
      cwd: new URL("..", import.meta.url),
      env: { ...process.env, NODE_OPTIONS: "" },
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  let said = "";
  child.stdout.setEncoding("utf8").on("data", (text) => {
    said += text;
  });
  const [code] = await once(child, "close");
  return { code, said };
}

test("rejections and errors of connections are logged, and the process goes on", async () => {
  const { code, said } = await run(`
    Promise.reject(new Error("forgotten"));
    const error = Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET", syscall: "read" });
    setImmediate(() => { throw error; });
    setTimeout(() => process.exit(7), 200);`);
  expect(code).toBe(7);
  expect(said).toMatch(/forgotten/);
  expect(said).toMatch(/read ECONNRESET/);
});

test("any other error that nobody caught is logged, and ends the process", async () => {
  const { code, said } = await run(`
    setImmediate(() => { throw new TypeError("nobody knows what holds now"); });
    setTimeout(() => process.exit(7), 5_000);`);
  expect(code).toBe(1);
  expect(said).toMatch(/nobody knows what holds now/);
});
