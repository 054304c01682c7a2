/** How far a photo is enlarged and turned. */
export interface Look {
  /** 1: the whole photo is seen. */
  zoom: number;
  /** Degrees clockwise. */
  turn: number;
}

interface Size {
  width: number;
  height: number;
}

export const WHOLE: Look = { zoom: 1, turn: 0 };
const ZOOM_MAX = 8;
/** What a press of a button does. */
export const ZOOM_STEP = 1.5;

export function zoomed(look: Look, by: number): Look {
  return { ...look, zoom: Math.min(ZOOM_MAX, Math.max(1, look.zoom * by)) };
}

export function turned(look: Look): Look {
  return { zoom: 1, turn: (look.turn + 90) % 360 };
}

/** How large the photo and the place it takes are, in pixels, so that all of it is seen at a zoom of 1. */
export function sizes(photo: Size, frame: Size, { zoom, turn }: Look): { photo: Size; place: Size } {
  const lies = turn % 180 !== 0;
  const seen = lies ? { width: photo.height, height: photo.width } : photo;
  // Nothing is known of a photo that has not come.
  const fit =
    seen.width > 0 && seen.height > 0 ? Math.min(frame.width / seen.width, frame.height / seen.height) : 0;
  const scale = fit * zoom;
  const scaled = (size: Size) => ({
    width: Math.round(size.width * scale),
    height: Math.round(size.height * scale),
  });
  return { photo: scaled(photo), place: scaled(seen) };
}

/** As a style. */
export function pixels({ width, height }: Size): { width: string; height: string } {
  return { width: `${width}px`, height: `${height}px` };
}
