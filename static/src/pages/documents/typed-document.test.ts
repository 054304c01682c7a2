import { expect, test } from "vitest";
import { folderToMake, NEW_FOLDER, newDocument, titleOf } from "./typed-document";

test("a paper is called as its file, unless a camera named it", () => {
  expect(titleOf("訪問看護指示書.pdf")).toBe("訪問看護指示書");
  expect(titleOf("v1.2.報告書.docx")).toBe("v1.2.報告書");
  for (const name of [
    "IMG_2041.HEIC",
    "20261127_093015.jpg",
    "PXL_20261127.jpg",
    "image.jpg".replace("image", "12"),
  ]) {
    expect(titleOf(name), name).toBe("");
  }
});

test("a folder is made when it is an offered or a new one", () => {
  const typed = newDocument("2026-11-27", 3);
  expect([typed.folder, folderToMake(typed)]).toEqual(["3", null]);
  expect(newDocument("2026-11-27", 0).folder).toBe("");
  expect(folderToMake({ ...typed, folder: `${NEW_FOLDER}指示書` })).toBe("指示書");
  expect(folderToMake({ ...typed, folder: NEW_FOLDER, newFolder: "住宅改修" })).toBe("住宅改修");
});
