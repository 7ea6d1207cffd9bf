import { fileURLToPath } from "node:url";
import { expect, test } from "./support/journey.js";

const folder = fileURLToPath(new URL("../../../docs/screenshots/", import.meta.url));

// The pictures of the documentation; they are written only when they are asked for (DOCS_SCREENSHOTS=1).
const write = process.env.DOCS_SCREENSHOTS === "1";

const pictures = [
  { name: "customers", path: "/customers", width: 1280, height: 800, scheme: "light" },
  { name: "customers-dark", path: "/customers", width: 1280, height: 800, scheme: "dark" },
  { name: "customers-phone", path: "/customers", width: 375, height: 740, scheme: "light" },
  { name: "profile", path: "profile", width: 1280, height: 800, scheme: "light" },
  { name: "profile-phone", path: "profile", width: 375, height: 740, scheme: "dark" },
  { name: "import", path: "/imports/new", width: 1280, height: 800, scheme: "light" },
] as const;

for (const { name, path, width, height, scheme } of pictures) {
  test(`${name} fits its window of ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme: scheme });
    await page.goto(path === "profile" ? "/customers" : path);
    if (path === "profile") {
      await page.getByRole("row").getByRole("link").first().click();
      await expect(page.getByRole("tab").or(page.getByRole("navigation")).first()).toBeVisible();
    }
    await expect(page.getByRole("heading", { level: 1 }).first()).toBeVisible();
    await page.waitForLoadState("networkidle");
    // Neither the pointer nor a link that was followed may leave the page in the middle.
    await page.mouse.move(0, 0);
    expect(await page.getByRole("main").evaluate(({ scrollTop }) => scrollTop)).toBe(0);
    // Nothing of a page may lie beyond the window's edge.
    const beyond = await page.evaluate(() => {
      const { scrollWidth, scrollHeight } = document.documentElement;
      return { right: scrollWidth - window.innerWidth, below: scrollHeight - window.innerHeight };
    });
    expect(beyond).toEqual({ right: 0, below: 0 });
    const picture = await page.screenshot(write ? { path: `${folder}${name}.png` } : {});
    expect(picture.length).toBeLessThan(300_000);
  });
}
