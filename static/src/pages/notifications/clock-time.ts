const HOUR = 60;
const TYPED = /^([01]\d|2[0-3]):([0-5]\d)$/;

/** "08:00" of minutes after midnight, as a field for a time wants it. */
export function clockTime(minutes: number): string {
  const two = (number: number) => String(number).padStart(2, "0");
  return `${two(Math.floor(minutes / HOUR))}:${two(minutes % HOUR)}`;
}

/** Minutes after midnight of "08:00"; null when it is none. */
export function minutesOf(typed: string): number | null {
  const match = TYPED.exec(typed);
  return match ? Number(match[1]) * HOUR + Number(match[2]) : null;
}
