// What vite-plugin-parts.ts puts into loader.js, and what that makes global.

/** Takes its exports, what gives those of another part that is here, and what loads another part. */
type PartBody = (
  exports: Record<string, unknown>,
  require: (name: string) => Record<string, unknown>,
  load: (name: string) => Promise<Record<string, unknown>>,
) => void;

/** By the name of the part's file, beside the script: its hash, and the parts that it requires. */
declare const KL_PARTS: Record<string, { integrity: string; needs: string[] }>;
/** The name of the script among the bodies. */
declare const KL_SCRIPT: string;
/** The folder of the script in the package, with a slash at its end. */
declare const KL_FOLDER: string;
/** What the script has within itself. */
declare const KL_BODIES: [name: string, body: PartBody][];

declare var KlDivergence: { part(name: string, body: PartBody): void };
