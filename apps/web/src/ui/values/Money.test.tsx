import { screen } from "@testing-library/react";
import { renderApp } from "../../test/renderApp.js";
import { Money, MoneyList } from "./Money.js";

// Intl puts no-break spaces between sign and amount.
const plain = (element: HTMLElement) => element.textContent?.replace(/\s/gu, " ");

describe("Money", () => {
  it("writes an amount as the language does", async () => {
    await renderApp(<Money value={{ amount: "1234.5", currency: "BRL" }} />, { language: "pt-BR" });
    expect(plain(screen.getByText(/1\.234/))).toBe("R$ 1.234,50");
  });

  it("is shortened in no wider a place than it needs", async () => {
    await renderApp(<Money value={{ amount: "14783.00", currency: "BRL" }} />, {
      language: "pt-BR",
    });
    expect(screen.getByTitle(/14\.783,00/)).toHaveAttribute("data-width", "11");
  });

  it("keeps every digit of an amount that a float would round", async () => {
    await renderApp(<Money value={{ amount: "9007199254740993.07", currency: "USD" }} />);
    expect(screen.getByText("$9,007,199,254,740,993.07")).toBeInTheDocument();
  });

  it("never adds currencies up, and shows a dash for none", async () => {
    const { unmount } = await renderApp(
      <MoneyList
        values={[
          { amount: "10.00", currency: "USD" },
          { amount: "5.00", currency: "EUR" },
        ]}
      />,
    );
    expect(screen.getByText("$10.00")).toBeInTheDocument();
    expect(screen.getByText("€5.00")).toBeInTheDocument();
    unmount();
    await renderApp(<MoneyList values={[]} />);
    expect(screen.getByText("–")).toBeInTheDocument();
  });
});
