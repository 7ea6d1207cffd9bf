import { act, screen } from "@testing-library/react";
import { activateAll } from "../locales/loadMessages.js";
import { renderApp } from "../test/renderApp.js";
import { useT } from "./useT.js";

function Wait({ seconds }: { seconds: number }) {
  const t = useT();
  return <p>{t("entry.tooManyTries", { seconds })}</p>;
}

describe("useT", () => {
  it("fills placeholders by the rules of the language, and follows a change of language", async () => {
    await renderApp(<Wait seconds={1} />);
    expect(screen.getByText(/Wait 1 second and/)).toBeInTheDocument();
    await act(() => activateAll("pt-BR"));
    expect(screen.getByText(/Aguarde 1 segundo e/)).toBeInTheDocument();
    await act(() => activateAll("pt-PT"));
    expect(screen.getByText(/Demasiadas tentativas/)).toBeInTheDocument();
    expect(document.documentElement).toHaveAttribute("lang", "pt-PT");
  });
});
