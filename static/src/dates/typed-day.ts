import { isDay } from "./days";

// The old people whom the rooms are about were born in Showa or Taisho, and their papers say so.
const ERAS: [pattern: RegExp, first: number][] = [
  [/^(令和|令|r)/i, 2019],
  [/^(平成|平|h)/i, 1989],
  [/^(昭和|昭|s)/i, 1926],
  [/^(大正|大|t)/i, 1912],
  [/^(明治|明|m)/i, 1868],
];

/**
 * A day as people write it, 昭和15年3月2日, S15.3.2, 1940/3/2 or 19400302, as "1940-03-02"; null when it is none.
 */
export function typedDay(text: string): string | null {
  const plain = text.normalize("NFKC").replace(/\s+/g, "");
  const era = ERAS.find(([pattern]) => pattern.test(plain));
  const numbers = (era ? plain.replace(era[0], "") : plain).replace(/元/, "1");
  const match =
    /^(\d{1,4})[年./-](\d{1,2})[月./-](\d{1,2})日?$/.exec(numbers) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(numbers);
  if (match === null) return null;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  if (era === undefined && year < 1000) return null;
  const two = (number: number) => String(number).padStart(2, "0");
  const typed = `${String(era ? era[1] + year - 1 : year).padStart(4, "0")}-${two(month)}-${two(day)}`;
  // Null for the 30th of February.
  return isDay(typed) ? typed : null;
}
