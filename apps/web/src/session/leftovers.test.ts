import {
  claimBrowser,
  forgetAtEntry,
  forgetEndedSession,
  forgetPerson,
  whenSignedOutElsewhere,
} from "./leftovers.js";

const OF_DEVICE = {
  "mantine-color-scheme-value": "dark",
  "clientela.language": "pt-BR",
  "clientela.grid.customers": "{}",
};
const OF_PERSON = {
  "graphiql:headers": '{"authorization":"Bearer clk_secret"}',
  "graphiql:tabState": "{}",
  "graphiql:queries": "[]",
  "something.new": "of somebody",
};

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  for (const [key, value] of Object.entries({ ...OF_DEVICE, ...OF_PERSON }))
    localStorage.setItem(key, value);
  sessionStorage.setItem("clientela.draft.note", '"about Ana"');
  sessionStorage.setItem("react-router-scroll-positions", "{}");
});

const kept = () => [Object.keys(localStorage).sort(), Object.keys(sessionStorage).sort()];
const device = Object.keys(OF_DEVICE).sort();

it("forgets everything but the device's settings at sign-out, what is not known yet too", () => {
  forgetPerson();
  expect(kept()).toEqual([device, []]);
});

it("leaves what was typed to the same person where the session ended by itself", () => {
  claimBrowser("u1");
  localStorage.setItem("graphiql:headers", "a key");
  sessionStorage.setItem("clientela.draft.note", '"about Ana"');
  forgetEndedSession();
  expect(kept()).toEqual([[...device, "clientela.person"].sort(), ["clientela.draft.note"]]);
  claimBrowser("u1");
  expect(sessionStorage.getItem("clientela.draft.note")).toBe('"about Ana"');
});

it("forgets at the page to sign in what was written while the page before was left", () => {
  claimBrowser("u1");
  forgetPerson();
  localStorage.setItem("graphiql:headers", "a key");
  sessionStorage.setItem("clientela.draft.note", '"about Ana"');
  forgetAtEntry();
  expect(kept()).toEqual([device, []]);
});

it("has nothing of one person for another", () => {
  claimBrowser("u1");
  localStorage.setItem("graphiql:headers", "a key");
  sessionStorage.setItem("clientela.draft.note", '"about Ana"');
  claimBrowser("u2");
  expect(kept()).toEqual([[...device, "clientela.person"].sort(), []]);
  expect(localStorage.getItem("clientela.person")).toBe("u2");
});

it("leaves with the person who signs out in another tab, or before the page was brought back", () => {
  const leave = jest.fn();
  const end = whenSignedOutElsewhere(leave);
  claimBrowser("u1");
  sessionStorage.setItem("clientela.draft.note", '"about Ana"');
  window.dispatchEvent(new StorageEvent("storage", { key: "clientela.language", newValue: null }));
  const shown = (persisted: boolean) =>
    window.dispatchEvent(Object.assign(new Event("pageshow"), { persisted }));
  shown(true);
  expect(leave).not.toHaveBeenCalled();
  window.dispatchEvent(new StorageEvent("storage", { key: "clientela.person", newValue: null }));
  expect(leave).toHaveBeenCalledTimes(1);
  expect(sessionStorage.getItem("clientela.draft.note")).toBeNull();
  shown(false);
  shown(true);
  expect(leave).toHaveBeenCalledTimes(2);
  end();
  shown(true);
  expect(leave).toHaveBeenCalledTimes(2);
});
