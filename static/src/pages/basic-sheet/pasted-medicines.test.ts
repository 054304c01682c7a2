import { expect, test } from "vitest";
import { pastedMedicines } from "./pasted-medicines";

test.each([
  ["アムロジピン錠5mg\t1日1回 朝食後\tみなみ診療所", ["アムロジピン錠5mg", "1日1回 朝食後", "みなみ診療所"]],
  ["アムロジピン錠5mg、1日1回 朝食後", ["アムロジピン錠5mg", "1日1回 朝食後", ""]],
  ["アムロジピン錠5mg　朝1錠", ["アムロジピン錠5mg", "朝1錠", ""]],
  ["酸化マグネシウム錠 330mg", ["酸化マグネシウム錠 330mg", "", ""]],
])("%s", (line, [name, usage, prescriber]) => {
  expect(pastedMedicines(line)).toEqual([{ name, usage, prescriber }]);
});

test("each line is a medicine, empty ones are none", () => {
  expect(pastedMedicines("A\r\n\n  \nB\n").map((medicine) => medicine.name)).toEqual(["A", "B"]);
});
