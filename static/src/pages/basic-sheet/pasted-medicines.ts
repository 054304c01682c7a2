import type { BasicSheet } from "../../api/basic-sheet";

type Medicine = BasicSheet["medicines"][number];

/**
 * Lines of a list of medicines, as a pharmacy's table or a letter gives them: name, usage and who prescribes, separated
 * by tabs, commas or wide gaps. A line without any separator is a name.
 */
export function pastedMedicines(text: string): Medicine[] {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  return lines.filter((line) => line !== "").map(medicineIn);
}

function medicineIn(line: string): Medicine {
  const separator = line.includes("\t") ? /\t+/ : /[,、,]|\s{2,}|\u3000+/;
  const [name = "", usage = "", ...rest] = line.split(separator).map((part) => part.trim());
  return { name, usage, prescriber: rest.filter((part) => part !== "").join(" ") };
}
