import { test as base, expect, type Page } from "@playwright/test";

export { expect };

interface Journey {
  /** Takes the refusals that a journey means to cause, as `401 /graphql`. */
  refusals: string[];
  /** Fails the journey for console errors, failed requests and requests to another host. */
  watched: undefined;
}

/** A journey through the app at the address of the run's server; see `watched`. */
export const test = base.extend<Journey>({
  baseURL: async ({ browserName: _ }, use) => {
    await use(process.env.E2E_ADDRESS);
  },
  refusals: async ({ browserName: _ }, use) => {
    await use([]);
  },
  watched: [
    async ({ context, baseURL, refusals }, use) => {
      const seen: string[] = [];
      for (const page of context.pages()) watch(page, baseURL, seen);
      context.on("page", (page) => watch(page, baseURL, seen));
      await use(undefined);
      expect(
        seen.filter((report) => !refusals.includes(report)),
        "console errors, failed requests and requests to other hosts",
      ).toEqual([]);
    },
    { auto: true },
  ],
});

function watch(page: Page, baseURL: string | undefined, seen: string[]): void {
  page.on("pageerror", (error) => seen.push(`page error: ${error.stack ?? error.message}`));
  page.on("console", (message) => {
    const { url } = message.location();
    // A refused request is reported as an answer already.
    if (message.type() !== "error" || message.text().startsWith("Failed to load resource")) return;
    seen.push(`console error: ${message.text()} (${url})`);
  });
  page.on("request", (request) => {
    const url = new URL(request.url());
    const local = ["data:", "blob:", "about:"].includes(url.protocol);
    if (!local && url.origin !== baseURL) seen.push(`other host: ${url.href}`);
  });
  page.on("requestfailed", (request) => {
    const reason = request.failure()?.errorText ?? "";
    // The app takes back questions whose answer nobody waits for any more, and so does a page that is left.
    if (reason !== "net::ERR_ABORTED") seen.push(`request failed: ${request.url()} ${reason}`);
  });
  page.on("response", (response) => {
    if (response.status() < 400) return;
    const { pathname, search } = new URL(response.url());
    seen.push(`${response.status()} ${pathname}${search}`);
  });
}
