import type { Role } from "@clientela/shared/records/roles";
import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { connectionOf } from "../../test/connections.js";
import { renderWithApi } from "../../test/renderWithApi.js";
import { Toasts } from "../../ui/toasts/Toasts.js";
import { Tab } from "./FilesTab.js";

const file = (part: object = {}) => ({
  __typename: "File",
  id: "f1",
  version: 2,
  name: "offer.pdf",
  mediaType: "application/pdf",
  size: 2048,
  url: "/files/f1",
  previewUrl: null,
  createdAt: "2026-11-20T12:00:00Z",
  uploadedBy: { __typename: "User", id: "u1", name: "Ana" },
  ...part,
});

interface OpenOptions {
  role?: Role;
  search?: string;
  files?: object[];
}

async function open({ role = "admin", search = "", files = [file()] }: OpenOptions = {}) {
  const listed = files.map((one) => ({ ...file(), ...one }));
  const payload = (field: string) => ({
    [field]: { __typename: "FilePayload", file: file({ version: 3 }) },
  });
  const api = await renderWithApi(
    <>
      <Tab customerId="c1" />
      <Toasts />
    </>,
    {
      role,
      path: `/customers/c1/files${search}`,
      answers: [
        [
          "FilesTab",
          () => ({ customer: { __typename: "Customer", id: "c1", files: connectionOf(listed) } }),
        ],
        ["RenameFile", () => payload("renameFile")],
        ["DeleteFile", () => payload("deleteFile")],
        ["RestoreFile", () => payload("restoreFile")],
      ],
    },
  );
  return { api, user: userEvent.setup() };
}

const menuOf = (name: string) => screen.findByRole("button", { name: `More actions for ${name}` });

describe("the files of a customer", () => {
  it("are listed with size and uploader, and sorted by a field of the API", async () => {
    const { api, user } = await open();
    const row = (await screen.findByText("offer.pdf")).closest<HTMLElement>('[role="row"]');
    if (!row) throw new Error("offer.pdf is in no row");
    expect(within(row).getByText(/^2\s?kB$/i)).toBeInTheDocument();
    expect(within(row).getByText("Ana")).toBeInTheDocument();
    await user.click(screen.getByRole("columnheader", { name: /^Size/ }));
    await waitFor(() =>
      expect(api.of("FilesTab").at(-1)?.variables.orderBy).toMatchObject({ field: "SIZE" }),
    );
  });

  it("are searched by the URL, and by what is typed", async () => {
    const { api, user } = await open({ search: "?q=offer" });
    expect(api.of("FilesTab")[0]?.variables.filter).toEqual({ search: "offer" });
    const box = screen.getByRole("textbox", { name: "Search files" });
    expect(box).toHaveValue("offer");
    await user.type(box, "s");
    await waitFor(() =>
      expect(api.of("FilesTab").at(-1)?.variables.filter).toEqual({ search: "offers" }),
    );
  });

  it("are renamed on the version that was read, and not to nothing", async () => {
    const { api, user } = await open();
    await user.click(await menuOf("offer.pdf"));
    await user.click(await screen.findByRole("menuitem", { name: "Rename" }));
    const drawer = within(await screen.findByRole("dialog", { name: "Rename" }));
    const name = drawer.getByRole("textbox", { name: "Name" });
    await user.clear(name);
    await user.click(drawer.getByRole("button", { name: "Rename" }));
    expect(await drawer.findByText("Enter a name.")).toBeInTheDocument();
    expect(api.of("RenameFile")).toEqual([]);
    await user.type(name, " signed.pdf ");
    await user.click(drawer.getByRole("button", { name: "Rename" }));
    await waitFor(() => expect(api.of("RenameFile")).toHaveLength(1));
    expect(api.of("RenameFile")[0]?.variables).toEqual({
      input: { id: "f1", version: 2, name: "signed.pdf" },
    });
  });

  it("are deleted, and restored from the toast", async () => {
    const { api, user } = await open();
    await user.click(await menuOf("offer.pdf"));
    await user.click(await screen.findByRole("menuitem", { name: "Delete" }));
    await user.click(await screen.findByRole("button", { name: "Undo" }));
    await waitFor(() => expect(api.of("RestoreFile")).toHaveLength(1));
    expect(api.of("DeleteFile")[0]?.variables).toEqual({ input: { id: "f1" } });
  });

  it("offer a preview only where there is one", async () => {
    const { user } = await open({
      files: [{}, { id: "f2", name: "shop.png", mediaType: "image/png", previewUrl: "/files/f2" }],
    });
    await user.click(await menuOf("offer.pdf"));
    expect(await screen.findByRole("menuitem", { name: "Download" })).toBeInTheDocument();
    expect(screen.queryByRole("menuitem", { name: "Preview" })).not.toBeInTheDocument();
    await user.keyboard("{Escape}");
    await user.click(await menuOf("shop.png"));
    expect(await screen.findByRole("menuitem", { name: "Preview" })).toBeInTheDocument();
  });

  it("can only be downloaded by people who may not write them", async () => {
    const { user } = await open({ role: "viewer" });
    await user.click(await menuOf("offer.pdf"));
    expect(await screen.findByRole("menuitem", { name: "Download" })).toBeInTheDocument();
    expect(screen.queryByRole("menuitem", { name: /Rename|Delete/ })).not.toBeInTheDocument();
    expect(screen.queryByRole("button", { name: "Add files" })).not.toBeInTheDocument();
  });

  it("show an empty state", async () => {
    await open({ role: "viewer", files: [] });
    expect(await screen.findByText("No files yet.")).toBeInTheDocument();
  });
});
