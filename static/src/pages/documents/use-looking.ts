import type { RefObject } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { type Look, turned, WHOLE, ZOOM_STEP, zoomed } from "./zoom";

/** How large the frame is in which a photo is seen. */
export function useFrame(element: RefObject<HTMLDivElement | null>) {
  const [frame, setFrame] = useState({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const { current } = element;
    if (!current) return;
    const measure = () => setFrame({ width: current.clientWidth, height: current.clientHeight });
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    measure();
    return () => observer.disconnect();
  }, [element]);
  return frame;
}

/** How a photo is looked at, and by which keys that is changed. */
export function useLook(element: RefObject<HTMLDivElement | null>) {
  const [look, setLook] = useState<Look>(WHOLE);
  const zoomBefore = useRef(1);
  // What was in the middle stays there.
  useLayoutEffect(() => {
    const { current } = element;
    const by = look.zoom / zoomBefore.current;
    zoomBefore.current = look.zoom;
    if (!current || by === 1) return;
    current.scrollLeft = (current.scrollLeft + current.clientWidth / 2) * by - current.clientWidth / 2;
    current.scrollTop = (current.scrollTop + current.clientHeight / 2) * by - current.clientHeight / 2;
  }, [look.zoom, element]);
  const zoom = (by: number) => setLook((before) => zoomed(before, by));
  const turn = () => setLook(turned);
  const whole = () => setLook({ ...look, zoom: 1 });
  const byKey: Record<string, () => void> = {
    "+": () => zoom(ZOOM_STEP),
    ";": () => zoom(ZOOM_STEP),
    "-": () => zoom(1 / ZOOM_STEP),
    "0": whole,
    r: turn,
  };
  return { look, zoom, turn, whole, back: () => setLook(WHOLE), byKey };
}

/** Two fingers on a screen: how much farther apart they are than a moment before. One finger moves the photo. */
export function usePinch(onPinch: (by: number) => void) {
  const before = useRef(0);
  return (event: TouchEvent) => {
    const [first, second] = [event.touches[0], event.touches[1]];
    const distance =
      first && second ? Math.hypot(first.clientX - second.clientX, first.clientY - second.clientY) : 0;
    if (event.type === "touchmove" && distance > 0) {
      // The photo is enlarged, not the page.
      event.preventDefault();
      if (before.current > 0) onPinch(distance / before.current);
    }
    before.current = distance;
  };
}
