import init from '../core/index.ts';

type Load = () => Promise<void>;

/** The same load for all who ask at once; one that failed may be tried again. */
function shared(load: Load): Load {
  let loading: Promise<void> | undefined;
  return () => {
    loading ??= load().catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };
}

let loadWhole = shared(init);
let loadFinite = loadWhole;

/** How the engine comes where it is not within the script: the whole, and that of finite distributions. */
export function loadBy(whole: Load, finite: Load): void {
  loadWhole = shared(whole);
  loadFinite = shared(finite);
}

/** Loads the engine; once, however often it is called. */
export function start(): Promise<void> {
  return loadWhole();
}

/** The same, if finite distributions are all that is needed: where they are kept apart, the smaller part. */
export function startFinite(): Promise<void> {
  return loadFinite();
}
