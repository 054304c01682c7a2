const KILO = 1024;

/** 350KB, 1.2MB */
export function sizeInWords(bytes: number): string {
  if (bytes < KILO) return `${bytes}バイト`;
  if (bytes < KILO * KILO) return `${Math.round(bytes / KILO)}KB`;
  return `${(bytes / KILO / KILO).toFixed(1)}MB`;
}
