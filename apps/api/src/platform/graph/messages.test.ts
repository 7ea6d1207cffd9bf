import { ISSUE_CODES } from "@clientela/shared/issues";
import { say } from "./messages.js";

test.each(ISSUE_CODES)("%s is said in both languages", (code) => {
  expect(say("en", code)).not.toBe(code);
  expect(say("pt-BR", code)).not.toBe(say("en", code));
});
