import { request } from "node:http";
import { brotliDecompressSync, gunzipSync, gzipSync } from "node:zlib";
import { exportedBy, type SeenExport } from "../src/features/exports/export.factory.js";
import { type Caller, startServer, type TestServer } from "./server.js";

let server: TestServer;
let admin: Caller;
beforeAll(async () => {
  server = await startServer();
  admin = await server.signIn("admin");
  const items = Array.from({ length: 100 }, (_, at) => ({
    legalName: `Customer ${at}`,
    notes: `What was agreed with customer ${at} over the telephone. `.repeat(4),
    address: { country: "BR", city: "Recife" },
    externalId: { source: "erp", value: String(at) },
  }));
  const { errors } = await admin.ask(
    "mutation ($input: UpsertCustomersInput!) { upsertCustomers(input: $input) { results { __typename } } }",
    { input: { items } },
  );
  expect(errors).toBeUndefined();
});
afterAll(() => server.close());

interface Raw {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  bytes: Buffer;
}

/** Sends a raw request and returns the bytes as they arrive; `fetch` would decompress them. */
function raw(path: string, encoding: string | null, body?: object): Promise<Raw> {
  return new Promise((resolve, reject) => {
    const sent = request(
      new URL(path, server.url),
      {
        method: body ? "POST" : "GET",
        headers: {
          cookie: admin.cookie,
          ...(body ? { "content-type": "application/json" } : {}),
          ...(encoding === null ? {} : { "accept-encoding": encoding }),
        },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.once("end", () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            bytes: Buffer.concat(chunks),
          }),
        );
        response.once("error", reject);
      },
    );
    sent.once("error", reject);
    sent.end(body && JSON.stringify(body));
  });
}

const LIST = {
  query: "{ customers(first: 100) { nodes { id legalName notes address { formatted } } } }",
};
const unpack = { br: brotliDecompressSync, gzip: gunzipSync, none: (bytes: Buffer) => bytes };
const unpacked = ({ headers, bytes }: Raw) => {
  const encoding = headers["content-encoding"];
  return unpack[encoding === "br" || encoding === "gzip" ? encoding : "none"](bytes);
};

test.each(["br", "gzip", "gzip, deflate, br, zstd"])(
  "a page of the graph is compressed for who takes %s, and is the same",
  async (encoding) => {
    const plain = await raw("/graphql", null, LIST);
    expect(plain.headers["content-encoding"]).toBeUndefined();
    const packed = await raw("/graphql", encoding, LIST);
    expect(packed.headers["content-encoding"]).toBe(encoding === "gzip" ? "gzip" : "br");
    expect(packed.headers.vary).toMatch(/accept-encoding/i);
    expect(packed.bytes.length).toBeLessThan(plain.bytes.length / 4);
    expect(JSON.parse(unpacked(packed).toString())).toEqual(JSON.parse(plain.bytes.toString()));
  },
);

test("short responses, and with them secrets that are shown once, are not compressed", async () => {
  const CREATE = `mutation { createApiKey(input: { name: "K", scopes: ["customers:read"] }) { secret } }`;
  for (const query of ["{ viewer { name } }", CREATE]) {
    const { headers, bytes } = await raw("/graphql", "br, gzip", { query });
    expect([query, headers["content-encoding"]]).toEqual([query, undefined]);
    expect(JSON.parse(bytes.toString()).errors).toBeUndefined();
  }
});

test("a client that accepts none of our encodings gets an uncompressed response", async () => {
  for (const encoding of ["identity", "deflate", "br;q=0, gzip;q=0", "nonsense"]) {
    const { status, headers } = await raw("/graphql", encoding, LIST);
    expect([encoding, status, headers["content-encoding"]]).toEqual([encoding, 200, undefined]);
  }
});

test("the feed and exports of text are compressed, workbooks are not", async () => {
  const plain = await raw("/changes?first=1000", null);
  const feed = await raw("/changes?first=1000", "gzip");
  expect(feed.headers["content-encoding"]).toBe("gzip");
  expect(feed.bytes.length).toBeLessThan(plain.bytes.length / 4);
  expect(unpacked(feed)).toEqual(plain.bytes);
  const download = async (format: string, encoding: string | null) => {
    const { url }: SeenExport = await exportedBy(admin, { recordType: "CUSTOMER", format });
    return raw(url, encoding);
  };
  for (const format of ["CSV", "JSONL"]) {
    const packed = await download(format, "br");
    expect([format, packed.headers["content-encoding"]]).toEqual([format, "br"]);
    expect(unpacked(packed)).toEqual((await download(format, null)).bytes);
  }
  expect((await download("XLSX", "br")).headers["content-encoding"]).toBeUndefined();
});

test("uploaded files are sent byte for byte, with their length and checksum", async () => {
  const customer = await admin.ask<{ customers: { nodes: { id: string }[] } }>(
    "{ customers(first: 1) { nodes { id } } }",
  );
  const form = new FormData();
  form.append("customerId", customer.data.customers.nodes[0]?.id ?? "");
  form.append("file", new Blob(["line\n".repeat(5_000)]), "notes.txt");
  const taken = (await (await admin.fetch("/files", { method: "POST", body: form })).json()) as {
    id: string;
    sha256: string;
  };
  const { headers, bytes } = await raw(`/files/${taken.id}`, "br, gzip");
  expect(headers).toMatchObject({ "content-length": "25000", etag: `"${taken.sha256}"` });
  expect(headers["content-encoding"]).toBeUndefined();
  expect(bytes.length).toBe(25_000);
});

test("compressed requests are not decompressed, however small they are", async () => {
  const response = await admin.fetch("/graphql", {
    method: "POST",
    headers: { "content-type": "application/json", "content-encoding": "gzip" },
    body: new Uint8Array(gzipSync(JSON.stringify({ query: "{ viewer { name } }" }))),
  });
  expect(response.status).toBe(400);
});
