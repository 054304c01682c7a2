import { useEffect, useState } from "preact/hooks";

/** An address under which this page shows what it has fetched; it ends with the page. */
export function useBlobAddress(content: Blob): string | null {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    const made = URL.createObjectURL(content);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [content]);
  return address;
}
