import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { renderWithApi } from "../../test/renderWithApi.js";
import { MentionArea } from "./MentionArea.js";
import { useMentions } from "./useMentions.js";

const user = (id: string, name: string, email: string) => ({ __typename: "User", id, name, email });

function Note() {
  const [text, setText] = useState("");
  const { choose, idsIn } = useMentions(text);
  return (
    <>
      <MentionArea aria-label="Note" value={text} onChange={setText} onChoose={choose} />
      <output>{idsIn(text).join()}</output>
    </>
  );
}

test("@ offers colleagues, and mentions the chosen one of two with the same name by id", async () => {
  const events = userEvent.setup();
  await renderWithApi(<Note />, {
    answers: [
      [
        "People",
        () => ({
          users: [
            user("u1", "Bruno Lima", "bruno@a.example"),
            user("u2", "Bruno Lima", "bruno@b.example"),
            user("u3", "Ana", "ana@a.example"),
          ],
        }),
      ],
    ],
  });
  const area = screen.getByRole("textbox", { name: "Note" });
  await events.type(area, "Ask @bru");
  expect(await screen.findAllByRole("option")).toHaveLength(2);
  await events.keyboard("{ArrowDown}{Enter}");
  expect(area).toHaveValue("Ask @Bruno Lima ");
  expect(screen.getByRole("status")).toHaveTextContent(/^u2$/);
  await events.type(area, "and @a");
  expect(await screen.findByRole("option", { name: /Ana/ })).toBeVisible();
  await events.keyboard("{Escape}");
  expect(screen.queryByRole("option")).toBeNull();
  expect(area).toHaveValue("Ask @Bruno Lima and @a");
});
