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

/** What ties a provider's answer to the browser that asked; it must be kept from everyone else. */
export const pendingSchema = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  /** The path of the app that was asked for. */
  to: z.string(),
  /** Until when it may come back, in milliseconds since 1970. */
  until: z.number(),
});

/** What ties a provider's answer to the browser that asked. */
export type Pending = z.infer<typeof pendingSchema>;

const claimsSchema = z.object({
  sub: z.string().min(1),
  email: z.string().trim().toLowerCase().pipe(z.email()).optional(),
  // Some providers write it as text.
  email_verified: z.union([z.boolean(), z.stringbool()]).default(false),
  name: z.string().trim().min(1).max(200).optional(),
});

/** Who a provider says that someone is. */
export type Claims = z.infer<typeof claimsSchema>;

/** The provider of the settings, by OpenID Connect with PKCE, state and nonce. */
export class OidcClient {
  private known: Promise<Configuration> | null = null;

  constructor(
    private readonly settings: SingleSignOn,
    private readonly callback: URL,
  ) {}

  // Read once it is needed; a provider that is away then is asked again the next time.
  private provider(): Promise<Configuration> {
    const { issuer, clientId, clientSecret } = this.settings;
    const server = new URL(issuer);
    this.known ??= discovery(server, clientId, clientSecret, undefined, {
      timeout: TIMEOUT_SECONDS,
      // The settings let it be http on this machine alone.
      execute: server.protocol === "http:" ? [allowInsecureRequests] : [],
    }).catch((error: unknown) => {
      this.known = null;
      throw error;
    });
    return this.known;
  }

  /** The provider's page to send the browser to, and what has to come back with it. */
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

  /** Who came back. Throws where anything about the answer is not as it was asked for. */
  async finish(query: string, { state, nonce, verifier }: Pending): Promise<Claims> {
    const provider = await this.provider();
    const answer = new URL(this.callback);
    answer.search = query;
    const tokens = await authorizationCodeGrant(provider, answer, {
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
