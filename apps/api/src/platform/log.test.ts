import { Writable } from "node:stream";
import { createLog } from "./log.js";

test("secrets logged with an object are masked, and the query is removed from requests", () => {
  let written = "";
  const stream = new Writable({
    write(chunk, _encoding, done) {
      written += String(chunk);
      done();
    },
  });
  const log = createLog("info", false, stream);
  log.info({ input: { password: "first-secret", token: "second-secret", email: "a@b.example" } });
  log.info({ req: { method: "GET", url: "/join?token=third-secret", ip: "10.0.0.7" } });
  expect(written).not.toMatch(/(first|second|third)-secret/);
  expect(written).toContain("a@b.example");
  expect(written).toContain('"url":"/join"');
});
