/** More than this is fetched on a slow line only when it is wanted. */
const BYTES_ON_A_SLOW_LINE = 1024 * 1024;

interface Line {
  saveData?: boolean;
  effectiveType?: string;
}

/** Whether a file of this size may be fetched before somebody asks for it; not every browser knows its line. */
export function mayLoadAtOnce(bytes: number, line: Line | undefined): boolean {
  const isSlow = line?.saveData === true || /^(slow-2g|2g|3g)$/.test(line?.effectiveType ?? "");
  return !isSlow || bytes <= BYTES_ON_A_SLOW_LINE;
}

export function lineOfDevice(): Line | undefined {
  return (navigator as { connection?: Line }).connection;
}
