// The npm packages whose answers are recorded: those in node_modules of the folder that the command line names.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const folder = pathToFileURL(`${process.argv[2] ?? '.'}/`);
const require = createRequire(folder);

/** @param {string} name */
export const load = (name) => import(pathToFileURL(require.resolve(name)).href);

/** @param {string} name */
export const versionOf = (name) =>
  JSON.parse(readFileSync(new URL(`node_modules/${name}/package.json`, folder), 'utf8')).version;

const { create, all } = (await load('mathjs')).default;
export const mathjs = create(all);
export const { distance } = await load('ml-distance');
