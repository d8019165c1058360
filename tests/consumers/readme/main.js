// The block after the words "three commands" of the package's README, as it stands, but with the tarball for the name.
import { execSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const readme = readFileSync('node_modules/kl-divergence/README.md', 'utf8');
const block = /three commands[^]*?```sh\n([^]*?)```/.exec(readme)[1];
const cwd = mkdtempSync(join(tmpdir(), 'kl-empty-'));
const outputs = block
  .trim()
  .split('\n')
  .map((line) => line.replace('npm install kl-divergence', `npm install ${process.env.TARBALL}`))
  .map((line) => execSync(line, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }));
console.log(outputs.at(-1));
