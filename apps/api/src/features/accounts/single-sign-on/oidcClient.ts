import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from "openid-client";
import { z } from "zod";
import type { SingleSignOn } from "../../../platform/app.js";

const TIMEOUT_SECONDS = 10;
const SCOPE = "openid email profile";

/** What ties a provider's response to the browser that started; to be kept from everyone else. */
export const pendingSchema = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  /** The path of the app that was requested. */
  to: z.string(),
  /** When it expires, in milliseconds since 1970. */
  until: z.number(),
});

/** What ties a provider's response to the browser that started. */
export type Pending = z.infer<typeof pendingSchema>;

const claimsSchema = z.object({
  sub: z.string().min(1),
  email: z.string().trim().toLowerCase().pipe(z.email()).optional(),
  // Some providers send it as text.
  email_verified: z.union([z.boolean(), z.stringbool()]).default(false),
  name: z.string().trim().min(1).max(200).optional(),
});

/** Who a person is according to a provider. */
export type Claims = z.infer<typeof claimsSchema>;

/** The provider of the settings, by OpenID Connect with PKCE, state and nonce. */
export class OidcClient {
  private known: Promise<Configuration> | null = null;

  constructor(
    private readonly settings: SingleSignOn,
    private readonly callback: URL,
  ) {}

  // Read when it is first needed; a provider that is unavailable then is called again the next time.
  private provider(): Promise<Configuration> {
    const { issuer, clientId, clientSecret } = this.settings;
    const server = new URL(issuer);
    this.known ??= discovery(server, clientId, clientSecret, undefined, {
      timeout: TIMEOUT_SECONDS,
      // The settings allow http on this machine only.
      execute: server.protocol === "http:" ? [allowInsecureRequests] : [],
    }).catch((error: unknown) => {
      this.known = null;
      throw error;
    });
    return this.known;
  }

  /** The provider's page to send the browser to, and what the response must match. */
  async begin(to: string, until: number): Promise<{ url: URL; pending: Pending }> {
    const pending = {
      state: randomState(),
      nonce: randomNonce(),
      verifier: randomPKCECodeVerifier(),
      to,
      until,
    };
    const url = buildAuthorizationUrl(await this.provider(), {
      redirect_uri: this.callback.href,
      scope: SCOPE,
      state: pending.state,
      nonce: pending.nonce,
      code_challenge: await calculatePKCECodeChallenge(pending.verifier),
      code_challenge_method: "S256",
    });
    return { url, pending };
  }

  /** Who signed in. Throws if anything in the response differs from what was requested. */
  async finish(query: string, { state, nonce, verifier }: Pending): Promise<Claims> {
    const provider = await this.provider();
    const callback = new URL(this.callback);
    callback.search = query;
    const tokens = await authorizationCodeGrant(provider, callback, {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
    });
    const claims = claimsSchema.parse(tokens.claims());
    if (claims.email !== undefined) return claims;
    return claimsSchema.parse(await fetchUserInfo(provider, tokens.access_token, claims.sub));
  }
}
