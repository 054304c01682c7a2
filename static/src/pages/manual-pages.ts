export { ManualPage } from "./manuals/manual-page";
export { ManualsPage } from "./manuals/manuals-page";
