import { createHash, generateKeyPairSync, randomUUID, sign } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

const LIFETIME_SECONDS = 300;

/** An OpenID Connect provider on this machine that signs everyone in as the person the test chooses. */
export interface OidcProvider {
  issuer: string;
  /** The claims of the next ID tokens. */
  claims: Record<string, unknown>;
  close(): Promise<void>;
}

const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");

/** Starts a provider that checks the client secret and the code verifier, as real ones do. */
export async function startOidcProvider(client: {
  id: string;
  secret: string;
}): Promise<OidcProvider> {
  const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const codes = new Map<string, { challenge: string; nonce: string; redirect: string }>();

  function authorize(query: URLSearchParams): string {
    const code = randomUUID();
    const redirect = query.get("redirect_uri") ?? "";
    codes.set(code, {
      redirect,
      challenge: query.get("code_challenge") ?? "",
      nonce: query.get("nonce") ?? "",
    });
    const back = new URL(redirect);
    back.searchParams.set("code", code);
    back.searchParams.set("state", query.get("state") ?? "");
    return back.href;
  }

  function idToken(nonce: string): string {
    const now = Math.floor(Date.now() / 1000);
    const times = { iat: now, exp: now + LIFETIME_SECONDS };
    const body = { iss: provider.issuer, aud: client.id, ...times, nonce, ...provider.claims };
    const signed = `${base64({ alg: "RS256", kid: "test" })}.${base64(body)}`;
    return `${signed}.${sign("sha256", Buffer.from(signed), privateKey).toString("base64url")}`;
  }

  async function token(request: IncomingMessage): Promise<[number, object]> {
    const form = new URLSearchParams(await text(request));
    const code = codes.get(form.get("code") ?? "");
    codes.delete(form.get("code") ?? "");
    const challenge = createHash("sha256")
      .update(form.get("code_verifier") ?? "")
      .digest("base64url");
    const isClient =
      form.get("client_id") === client.id && form.get("client_secret") === client.secret;
    const isTheirs = code?.challenge === challenge && code.redirect === form.get("redirect_uri");
    if (!code || !isClient || !isTheirs) return [400, { error: "invalid_grant" }];
    return [200, { access_token: "a", token_type: "bearer", id_token: idToken(code.nonce) }];
  }

  async function answer(request: IncomingMessage): Promise<[number, object]> {
    if (request.url === "/token") return token(request);
    if (request.url === "/keys") {
      const key = publicKey.export({ format: "jwk" });
      return [200, { keys: [{ ...key, kid: "test", use: "sig", alg: "RS256" }] }];
    }
    const { issuer } = provider;
    return [
      200,
      {
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/keys`,
        response_types_supported: ["code"],
        subject_types_supported: ["public"],
        id_token_signing_alg_values_supported: ["RS256"],
        code_challenge_methods_supported: ["S256"],
      },
    ];
  }

  const http = createServer((request, response) => {
    const url = new URL(request.url ?? "/", provider.issuer);
    if (url.pathname === "/authorize") {
      response.writeHead(303, { location: authorize(url.searchParams) }).end();
      return;
    }
    void answer(request).then(([status, body]) =>
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body)),
    );
  });
  http.listen(0, "127.0.0.1");
  await once(http, "listening");
  const { port } = http.address() as AddressInfo;
  const provider: OidcProvider = {
    issuer: `http://127.0.0.1:${port}`,
    claims: {},
    async close() {
      http.closeAllConnections();
      http.close();
      await once(http, "close");
    },
  };
  return provider;
}
