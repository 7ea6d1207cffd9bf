import { pastedFile } from "./pastedFile.js";

const paste = (text: string, files: File[] = []) =>
  pastedFile({ files, getData: () => text }, "Pasted.tsv");

describe("what was pasted", () => {
  it("is a file where cells were copied", () => {
    expect(paste("Name\tCity")?.name).toBe("Pasted.tsv");
    expect(paste("Name\r\nPadaria")?.size).toBe(13);
  });

  it("is the file that was copied", () => {
    const file = new File(["x"], "clients.xlsx");
    expect(paste("", [file])).toBe(file);
  });

  it("is nothing if only plain text was pasted", () => {
    expect(paste("Padaria São João")).toBeUndefined();
    expect(paste("Padaria\n")).toBeUndefined();
    expect(paste("")).toBeUndefined();
  });
});
