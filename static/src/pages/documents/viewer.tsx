import { useEffect, useRef, useState } from "preact/hooks";
import { contentAddress, loadContent } from "../../api/documents";
import { useLoaded } from "../../api/use-loaded";
import { Failure, Loading } from "../../interface/answers";
import { Button } from "../../interface/button";
import { saveFile } from "../../interface/save-file";
import { sizeInWords } from "../timeline/file-size";
import { lineOfDevice, mayLoadAtOnce } from "./line";
import { PhotoView } from "./photo-view";
import { textOf } from "./text-of";
import { useBlobAddress } from "./use-blob-address";

/** What every browser draws; HEIC is not among them. */
const PHOTO = /^image\/(jpeg|png|gif|webp)$/;
const TEXT = /^text\//;
/** A longer text is saved rather than shown. */
const TEXT_BYTES_MAX = 300 * 1024;

interface ViewerProps {
  room: number;
  document: number;
  version: number;
  file: { name: string; media_type: string; bytes: number };
}

/** The paper on the screen, as far as a browser can show it; and always a way to save it. */
export function Viewer(props: ViewerProps) {
  const { file } = props;
  const isShown = canShow(file);
  // What cannot be shown is fetched when it is wanted: until then it is not read.
  const [isWanted, setWanted] = useState(isShown && mayLoadAtOnce(file.bytes, lineOfDevice()));
  if (isWanted) return <Fetched {...props} savesAtOnce={!isShown} />;
  return (
    <div class="notice-box no-print">
      {!isShown && (
        <p>この種類のファイルは、この画面には出せません。保存して、端末のアプリで開いてください。</p>
      )}
      <p>{file.name}</p>
      <div class="actions">
        <Button kind="primary" onClick={() => setWanted(true)}>
          {isShown ? "読む" : "保存する"}({sizeInWords(file.bytes)})
        </Button>
      </div>
    </div>
  );
}

function canShow({ media_type: type, bytes }: ViewerProps["file"]): boolean {
  return PHOTO.test(type) || type === "application/pdf" || (TEXT.test(type) && bytes <= TEXT_BYTES_MAX);
}

function Fetched({ room, document, version, file, savesAtOnce }: ViewerProps & { savesAtOnce: boolean }) {
  const { data, problem, reload } = useLoaded(`content ${room} ${document} ${version}`, () =>
    loadContent(room, document, version),
  );
  const isSaved = useRef(false);
  useEffect(() => {
    if (!data || !savesAtOnce || isSaved.current) return;
    isSaved.current = true;
    saveFile(data, file.name);
  }, [data, savesAtOnce, file.name]);
  return (
    <>
      {problem && <Failure problem={problem} onRetry={() => void reload()} />}
      {!data && !problem && <Loading what={file.name} />}
      {data && <Content content={data} address={contentAddress(room, document, version)} file={file} />}
    </>
  );
}

interface ContentProps {
  content: Blob;
  /** From which the browser has just fetched it, and has it still. */
  address: string;
  file: ViewerProps["file"];
}

function Content({ content, address, file }: ContentProps) {
  const own = useBlobAddress(content);
  const [isBroken, setBroken] = useState(false);
  if (own === null) return null;
  const { name, media_type: type } = file;
  const isPdf = type === "application/pdf";
  const ways = (
    <div class="actions no-print">
      <Button onClick={() => saveFile(content, name)}>保存する({sizeInWords(file.bytes)})</Button>
      {(isPdf || PHOTO.test(type)) && (
        <a class="button button--secondary" href={own} target="_blank" rel="noreferrer">
          別の画面で開く
        </a>
      )}
    </div>
  );
  // A frame takes the finger that would move the page: the ways around it stand above.
  return (
    <div class="stack">
      {isPdf && ways}
      {isPdf && <Pdf address={own} name={name} />}
      {PHOTO.test(type) && !isBroken && (
        <PhotoView address={address} name={name} onBroken={() => setBroken(true)} />
      )}
      {isBroken && <p class="notice-box">この写真は、この画面には出せません。保存して開いてください。</p>}
      {TEXT.test(type) && canShow(file) && <Text content={content} />}
      {!isPdf && ways}
    </div>
  );
}

/** The browser's own viewer, where it has one inside a page: those of many phones open a PDF on a page of its own. */
function Pdf({ address, name }: { address: string; name: string }) {
  if (navigator.pdfViewerEnabled) return <iframe class="document-pdf no-print" src={address} title={name} />;
  return (
    <p class="notice-box">この端末は、PDFをこの画面の中には出せません。上の「別の画面で開く」で読めます。</p>
  );
}

function Text({ content }: { content: Blob }) {
  const [text, setText] = useState<string | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void content.arrayBuffer().then((bytes) => isCurrent && setText(textOf(bytes)));
    return () => {
      isCurrent = false;
    };
  }, [content]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it is scrolled by keys
    <pre class="document-text" tabIndex={0}>
      {text}
    </pre>
  );
}
