import { createHmac } from "node:crypto";
import { sessionTokenHash, verifiedCookies } from "./sessionTokens.js";

const SECRET = "a secret of the installation";

const signed = (token: string, secret: string) =>
  `${token}.${createHmac("sha256", secret).update(token).digest("base64")}`;

describe("the cookies of sessions", () => {
  it("lead to the stored hash of their token, the first time and later", () => {
    const hashOf = verifiedCookies(SECRET);
    const cookie = signed("token", SECRET);
    expect([hashOf(cookie), hashOf(cookie)]).toEqual(Array(2).fill(sessionTokenHash("token")));
  });

  it("are refused with another signature, also where the token was verified before", () => {
    const hashOf = verifiedCookies(SECRET);
    const cookie = signed("token", SECRET);
    hashOf(cookie);
    const forged = [signed("token", "another secret"), "token", "token.", "."];
    expect(forged.map(hashOf)).toEqual(forged.map(() => null));
    expect(forged.map(hashOf)).toEqual(forged.map(() => null));
  });

  it("are distinguished, however many there are", () => {
    const hashOf = verifiedCookies(SECRET);
    const tokens = Array.from({ length: 2_500 }, (_, index) => `token${index}`);
    expect(tokens.map((token) => hashOf(signed(token, SECRET)))).toEqual(
      tokens.map(sessionTokenHash),
    );
  });
});
