// Around the classic script: what loads its parts. Modules cannot do it, since browsers load none from a disk (file://).
// A part is a file that calls KlDivergence.part(name, body); a body takes its exports, and what gives those of other parts.
(() => {
  if (globalThis.KlDivergence) return; // the page holds the script twice
  const script = /** @type {HTMLScriptElement | null} */ (document.currentScript);
  const source = script?.src || document.baseURI; // of a script that stands within the page
  // A network of package files serves the script under the package's name alone, and its parts where they are.
  const base = /@[^/]*$/.test(source) ? `${source}/${KL_FOLDER}` : source;
  const parts = KL_PARTS;

  /** @type {Map<string, PartBody>} */
  const bodies = new Map();
  /** @type {Map<string, Record<string, unknown>>} */
  const modules = new Map();
  /** @type {Map<string, Promise<void>>} */
  const loading = new Map();

  /** @param {string} name */
  function run(name) {
    const known = modules.get(name);
    if (known) return known;
    /** @type {Record<string, unknown>} */
    const exports = {};
    modules.set(name, exports);
    bodies.get(name)?.(exports, run, load);
    return exports;
  }

  const { trustedTypes } = /** @type {{ trustedTypes?: TrustedTypePolicyFactory }} */ (globalThis);
  /** @type {TrustedTypePolicy | undefined} */
  let policy;
  /** @param {string} address */
  function trusted(address) {
    policy ??= trustedTypes?.createPolicy('kl-divergence', { createScriptURL: (text) => text });
    return policy?.createScriptURL(address) ?? address;
  }

  /** @param {string} name */
  function fetchPart(name) {
    const address = new URL(name, base).href;
    const part = document.createElement('script');
    /** @type {Promise<void>} */
    const fetched = new Promise((resolve, reject) => {
      part.onload = () => resolve();
      part.onerror = () =>
        reject(new Error(`${address} cannot be loaded: it belongs beside the script`));
    });
    // The part is held to whatever the script is held to.
    part.nonce = script?.nonce ?? '';
    part.crossOrigin = script?.crossOrigin ?? null;
    if (script?.integrity) part.integrity = parts[name]?.integrity ?? '';
    part.src = trusted(address);
    document.head.append(part);
    return fetched.finally(() => part.remove());
  }

  /** @param {string} name */
  function have(name) {
    const promise = loading.get(name) ?? (bodies.has(name) ? Promise.resolve() : fetchPart(name));
    loading.set(name, promise);
    promise.catch(() => loading.delete(name)); // it may be tried again
    return promise;
  }

  /** @param {string} name */
  async function load(name) {
    await Promise.all([name, ...(parts[name]?.needs ?? [])].map(have));
    return run(name);
  }

  globalThis.KlDivergence = {
    part: (name, body) => {
      bodies.set(name, body);
    },
  };
  for (const [name, body] of KL_BODIES) bodies.set(name, body);
  Object.assign(KlDivergence, run(KL_SCRIPT));
})();
