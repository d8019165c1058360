// Finds the Chromium that the browser tests drive. As a program: prints its path, or fails.
import { accessSync, constants, existsSync, readFileSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { argv, env, exit, platform } from 'node:process';
import { fileURLToPath } from 'node:url';

const names = ['chromium', 'google-chrome', 'google-chrome-stable', 'chromium-browser', 'chrome'];
const macApps = ['Chromium', 'Google Chrome'].map(
  (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
);

/** @param {string} path */
function isBrowser(path) {
  try {
    accessSync(path, constants.X_OK);
  } catch {
    return false;
  }
  // Ubuntu's chromium-browser is a short script that asks for the snap.
  return statSync(path).size > 4096 || !readFileSync(path, 'latin1').includes('snap');
}

/**
 * $CHROMIUM, $CHROME_PATH, or the first browser on the system; undefined leaves the choice to
 * Playwright's own download.
 * @returns {string | undefined}
 */
export function chromiumPath() {
  const chosen = env.CHROMIUM || env.CHROME_PATH;
  if (chosen) {
    if (!existsSync(chosen))
      throw new Error(`${chosen} (from CHROMIUM or CHROME_PATH) is not there`);
    return chosen;
  }
  const onPath = (env.PATH ?? '').split(delimiter).flatMap((dir) => names.map((n) => join(dir, n)));
  return [...onPath, ...(platform === 'darwin' ? macApps : [])].find(isBrowser);
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  const downloaded = () => import('playwright').then(({ chromium }) => chromium.executablePath());
  const path = chromiumPath() ?? (await downloaded().catch(() => ''));
  if (!existsSync(path)) exit(1);
  console.log(path);
}
