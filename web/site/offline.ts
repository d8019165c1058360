/** Registers the worker that keeps the page's files, once everything that is seen has come. */
export function keepForOffline(): void {
  const workers = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  // A page in one file is offline as it is, and the development server's files are not to be kept.
  if (!import.meta.env.PROD || import.meta.env.MODE === 'one-file' || !workers) return;
  const here = import.meta.url; // in assets/
  const address = new URL('../sw.js', here).href;
  const register = () => {
    workers.register(trusted(address)).catch((cause: unknown) => {
      console.info('Without a worker the page does not open offline:', cause);
    });
  };
  if (document.readyState === 'complete') register();
  else addEventListener('load', register);
}

/** The page's content policy takes no other script address than this one. */
function trusted(address: string): string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypePolicyFactory };
  if (!trustedTypes) return address;
  return trustedTypes
    .createPolicy('kl-offline', { createScriptURL: () => address })
    .createScriptURL('');
}
