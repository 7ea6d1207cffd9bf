import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Fastify from "fastify";
import { webApp } from "./webApp.js";

async function serve(folder: string) {
  const server = Fastify();
  await webApp(server, folder);
  return server;
}

describe("the built app", () => {
  let folder = "";

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "web-app-"));
    mkdirSync(join(folder, "assets"));
    writeFileSync(join(folder, "index.html"), "<!doctype html><title>App</title>");
    writeFileSync(join(folder, "scheme.js"), "document.documentElement.dataset.scheme = 'dark';");
    writeFileSync(join(folder, "assets", "page-1a2b.js"), "export {};");
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  it("serves the app's page for every path of the app", async () => {
    const server = await serve(folder);
    for (const url of ["/", "/customers", "/customers/7/overview?x=1"]) {
      const { headers, body } = await server.inject(url);
      expect([url, headers["content-type"]]).toEqual([url, "text/html; charset=utf-8"]);
      expect(body).toContain("<title>App</title>");
    }
    await server.close();
  });

  it("serves the files of the app with their types, and has them revalidated", async () => {
    const server = await serve(folder);
    const { headers, body } = await server.inject("/scheme.js");
    expect(headers["content-type"]).toContain("javascript");
    expect(headers["cache-control"]).toBe("no-cache");
    expect(body).toContain("dataset.scheme");
    await server.close();
  });

  it("keeps assets for ever, and does not send the page for a missing one", async () => {
    const server = await serve(folder);
    const there = await server.inject("/assets/page-1a2b.js");
    expect(there.headers["cache-control"]).toContain("immutable");
    const gone = await server.inject("/assets/page-0000.js");
    expect(gone.statusCode).toBe(404);
    expect(gone.headers["content-type"]).toContain("json");
    await server.close();
  });

  it("sends precompressed files to clients that accept them, each with its own ETag", async () => {
    writeFileSync(join(folder, "assets", "page-1a2b.js.br"), "br");
    writeFileSync(join(folder, "assets", "page-1a2b.js.gz"), "gzip");
    const server = await serve(folder);
    const fetchPage = (encoding: string, tag?: string) =>
      server.inject({
        url: "/assets/page-1a2b.js",
        headers: { "accept-encoding": encoding, ...(tag ? { "if-none-match": tag } : {}) },
      });
    const tags = new Set<string>();
    for (const encoding of ["br", "gzip", "identity"]) {
      const { body, headers } = await fetchPage(encoding);
      expect(headers).toMatchObject({
        "content-type": expect.stringContaining("javascript"),
        "cache-control": "public, max-age=31536000, immutable",
        vary: expect.stringMatching(/accept-encoding/i),
      });
      expect([encoding, headers["content-encoding"], body]).toEqual(
        encoding === "identity"
          ? [encoding, undefined, "export {};"]
          : [encoding, encoding, encoding],
      );
      const tag = String(headers.etag);
      tags.add(tag);
      const again = await fetchPage(encoding, tag);
      expect([again.statusCode, again.body]).toEqual([304, ""]);
    }
    expect(tags.size).toBe(3);
    expect((await server.inject("/assets/page-1a2b.js.br")).headers["content-encoding"]).toBe(
      undefined,
    );
    await server.close();
  });

  it("has the page revalidated each time, compressed or not, and reports when it did not change", async () => {
    writeFileSync(join(folder, "index.html.br"), "br");
    const server = await serve(folder);
    for (const [encoding, body] of [
      ["br, gzip", "br"],
      ["gzip", "<!doctype html><title>App</title>"],
    ]) {
      const fetchPage = (headers: Record<string, string>) =>
        server.inject({ url: "/customers", headers: { "accept-encoding": encoding, ...headers } });
      const page = await fetchPage({});
      expect([page.body, page.headers["cache-control"]]).toEqual([body, "no-cache"]);
      expect(page.headers["content-type"]).toContain("text/html");
      const again = await fetchPage({ "if-none-match": String(page.headers.etag) });
      expect([again.statusCode, again.body]).toEqual([304, ""]);
    }
    expect((await server.inject("/index.html.br")).body).not.toBe("br");
    await server.close();
  });

  it("responds in JSON to an unknown path of the API", async () => {
    const server = await serve(folder);
    const { statusCode, body } = await server.inject("/api/nothing");
    expect([statusCode, JSON.parse(body).errors[0].extensions.code]).toEqual([404, "NOT_FOUND"]);
    await server.close();
  });
});
