import type { RefObject } from "preact";
import { useCallback, useLayoutEffect, useRef, useState } from "preact/hooks";
import { itemId } from "./message-item";
import type { Stretch } from "./messages";
import type { Opened } from "./use-timeline";

/** So near to its end that the list counts as read to the end. */
const NEAR_PIXELS = 60;
/** So near to its beginning that older messages are fetched before they are missed. */
const FETCH_PIXELS = 400;

/** The line from which on everything is new. */
export const NEW_LINE = "new-messages";

interface Held {
  id: number;
  top: number;
}

interface ScrollOptions {
  list: RefObject<HTMLElement | null>;
  stretch: Stretch | null;
  opened: Opened;
  /** How much else stands at the end of the list. */
  waiting: number;
  onOlder: () => void;
  onNewer: () => void;
}

/**
 * Keeps what is read in its place: older messages come in above it and newer ones below without moving it; whoever is
 * at the end stays at the end.
 */
export function useScroll({ list, stretch, opened, waiting, onOlder, onNewer }: ScrollOptions) {
  const atEnd = useRef(true);
  const held = useRef<Held | null>(null);
  const shown = useRef<Opened | null>(null);
  const [isAtEnd, setIsAtEnd] = useState(true);

  const look = useCallback(() => {
    const box = list.current;
    if (!box || isHidden(box)) return;
    atEnd.current = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR_PIXELS;
    setIsAtEnd(atEnd.current);
    held.current = firstInSight(box);
  }, [list]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: posts that wait make the list longer as well
  useLayoutEffect(() => {
    const box = list.current;
    if (!box || !stretch) return;
    if (shown.current !== opened) {
      shown.current = opened;
      goToBeginning(box, opened);
    } else if (isHidden(box)) {
      return;
    } else if (atEnd.current && !stretch.hasNewer) {
      box.scrollTop = box.scrollHeight;
    } else if (held.current) {
      const item = document.getElementById(itemId(held.current.id));
      if (item) box.scrollTop += topOf(item, box) - held.current.top;
    }
    look();
  }, [list, stretch, opened, waiting, look]);

  const onScroll = () => {
    look();
    const box = list.current;
    if (!box || !stretch || isHidden(box)) return;
    if (stretch.hasOlder && box.scrollTop < FETCH_PIXELS) onOlder();
    if (stretch.hasNewer && box.scrollHeight - box.scrollTop - box.clientHeight < FETCH_PIXELS) onNewer();
  };
  const toEnd = useCallback(() => {
    atEnd.current = true;
    if (list.current) list.current.scrollTop = list.current.scrollHeight;
  }, [list]);
  return { isAtEnd, onScroll, toEnd };
}

/** To the message that a link led to, else to the first new one, else to the end. */
function goToBeginning(box: HTMLElement, { at }: Opened) {
  const target = typeof at === "number" ? document.getElementById(itemId(at)) : null;
  if (target) {
    bringIntoSight(box, target);
    target.focus({ preventScroll: true });
    return;
  }
  const line = at === "end" ? null : document.getElementById(NEW_LINE);
  box.scrollTop = line ? box.scrollTop + topOf(line, box) - NEAR_PIXELS : box.scrollHeight;
}

/** Beneath the lock the list has no size: it would seem to be at its beginning and at its end at once. */
function isHidden(box: HTMLElement): boolean {
  return box.clientHeight === 0;
}

/** In the middle, or from its beginning where it is longer than the list. Only the list moves, not the page. */
export function bringIntoSight(box: HTMLElement, item: HTMLElement) {
  const above = Math.max((box.clientHeight - item.offsetHeight) / 2, 0);
  box.scrollTop += topOf(item, box) - above;
}

function topOf(item: HTMLElement, box: HTMLElement): number {
  return item.getBoundingClientRect().top - box.getBoundingClientRect().top;
}

function firstInSight(box: HTMLElement): Held | null {
  for (const item of box.querySelectorAll<HTMLElement>("[data-message]")) {
    const top = topOf(item, box);
    if (top + item.offsetHeight > 0) return { id: Number(item.dataset.message), top };
  }
  return null;
}
