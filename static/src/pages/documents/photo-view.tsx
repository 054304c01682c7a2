import { useRef, useState } from "preact/hooks";
import { Button } from "../../interface/button";
import { useFrame, useLook, usePinch } from "./use-looking";
import { pixels, sizes, ZOOM_STEP } from "./zoom";

interface PhotoViewProps {
  address: string;
  name: string;
  /** This browser does not draw it. */
  onBroken: () => void;
}

/** A photo to look at closely: with two fingers, the wheel, keys or buttons; turned as it should stand. */
export function PhotoView({ address, name, onBroken }: PhotoViewProps) {
  const [photo, setPhoto] = useState({ width: 0, height: 0 });
  const element = useRef<HTMLDivElement>(null);
  const frame = useFrame(element);
  const { look, zoom, turn, whole, back, byKey } = useLook(element);
  const touch = usePinch(zoom);
  const { photo: drawn, place } = sizes(photo, frame, look);
  return (
    <div class="stack">
      {/* biome-ignore lint/a11y/useSemanticElements: no element of a form */}
      <div
        ref={element}
        class="photo-view no-print"
        role="group"
        aria-label={`写真 ${name}。プラスとマイナスで大きさ、Rで向きを変えます`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it is scrolled and enlarged by keys
        tabIndex={0}
        onTouchStart={touch}
        onTouchMove={touch}
        onTouchEnd={touch}
        onTouchCancel={touch}
        onDblClick={() => (look.zoom > 1 ? whole() : zoom(ZOOM_STEP * ZOOM_STEP))}
        onWheel={(event) => {
          if (!event.ctrlKey) return;
          event.preventDefault();
          zoom(event.deltaY < 0 ? 1.1 : 1 / 1.1);
        }}
        onKeyDown={(event) => byKey[event.key]?.()}
      >
        <div class="photo-view__place" style={pixels(place)}>
          <img
            src={address}
            alt={name}
            style={{ ...pixels(drawn), transform: `translate(-50%, -50%) rotate(${look.turn}deg)` }}
            onLoad={({ currentTarget: { naturalWidth: width, naturalHeight: height } }) =>
              setPhoto({ width, height })
            }
            onError={onBroken}
          />
        </div>
      </div>
      <img class="print-only photo-view__print" src={address} alt="" />
      <div class="row no-print photo-view__buttons">
        <Button small onClick={() => zoom(ZOOM_STEP)}>
          大きくする
        </Button>
        <Button small disabled={look.zoom === 1} onClick={() => zoom(1 / ZOOM_STEP)}>
          小さくする
        </Button>
        <Button small onClick={turn}>
          右に回す
        </Button>
        <Button small disabled={look.zoom === 1 && look.turn === 0} onClick={back}>
          元に戻す
        </Button>
      </div>
    </div>
  );
}
