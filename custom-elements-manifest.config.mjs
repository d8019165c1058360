// custom-elements.json: what editors and documentation tools read of <kl-divergence>.

/** What the class keeps to itself is nobody's business, and the file that users import is in dist. */
const published = {
  name: 'kl-published',
  /** @param {{ customElementsManifest: import('custom-elements-manifest').Package }} context */
  packageLinkPhase({ customElementsManifest: { modules } }) {
    for (const module of modules) {
      module.path = 'dist/element/index.js';
      for (const part of [...(module.declarations ?? []), ...(module.exports ?? [])]) {
        if ('declaration' in part) part.declaration.module = module.path;
        const members = Reflect.get(part, 'members');
        if (!members) continue;
        const isPublic = (member) => member.privacy !== 'private' && member.privacy !== 'protected';
        const isOwn = (member) => !/^(get|form)[A-Z]/.test(member.name);
        part.members = members.filter((member) => isPublic(member) && isOwn(member));
        // lit's reactive state is no attribute, whatever the analyzer takes it for.
        const state = members.filter((member) => !isPublic(member)).map(({ name }) => name);
        part.attributes = part.attributes.filter(({ name }) => !state.includes(name));
      }
    }
  },
};

export default {
  globs: ['web/elements/kl-divergence.ts'],
  outdir: '.',
  litelement: true,
  plugins: [published],
};
