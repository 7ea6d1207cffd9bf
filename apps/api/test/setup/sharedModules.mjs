import { setSourceMapsSupport } from "node:module";
import { pathToFileURL } from "node:url";
import Runtime from "jest-runtime";

// Those of packages are looked up for every stack that is read, and shown to nobody.
setSourceMapsSupport(true, { nodeModules: false, generatedCode: false });

// `String`, `Error` and the like.
const builtIns = Object.entries(Object.getOwnPropertyDescriptors(globalThis)).filter(
  ([name, { value }]) => /^[A-Z]/.test(name) && typeof value === "function",
);

/**
 * Jest's runtime with one difference: Node loads the tests and what they import, once per worker. Jest's own loader would
 * compile the application anew for each file of tests, which took most of their time. Test files that change a global (a
 * built-in, a module's state) must change it back, as those of one file must with each other.
 */
export default class SharedModules extends Runtime {
  #globals;
  #env = { ...process.env };

  constructor(config, environment, ...rest) {
    super(config, environment, ...rest);
    this.#globals = environment.global;
    // Jest itself still runs in a context of its own, and has to recognise the values of the tests.
    for (const [name, { value }] of builtIns) this.#globals[name] = value;
  }

  unstable_shouldLoadAsEsm() {
    return true;
  }

  /** The functions of jest become globals of the worker, in place of those of the file before. */
  async unstable_importModule(path) {
    const { describe, it, test, expect, beforeAll, beforeEach, afterAll, afterEach } =
      this.#globals;
    Object.assign(globalThis, { describe, it, test, expect });
    Object.assign(globalThis, { beforeAll, beforeEach, afterAll, afterEach });
    globalThis.console = this.#globals.console;
    // Jest knows the source maps of its own loader only; Node knows those of all modules.
    Error.prepareStackTrace = undefined;
    return import(pathToFileURL(path).href);
  }

  /** The environment is the worker's too. */
  teardown() {
    for (const name of Object.keys(process.env)) if (!(name in this.#env)) delete process.env[name];
    Object.assign(process.env, this.#env);
    super.teardown();
  }
}
