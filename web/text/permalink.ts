/** Of what a link says; a change of a mode's defaults or of its fields' meaning needs a new one. */
const VERSION = '1';

/** A state of the page as a link says it. */
export interface Permalink {
  mode: string;
  /** The fields that differ from the mode's defaults. */
  fields: Readonly<Record<string, string>>;
  /** The language asked for, if any. */
  lang?: string;
}

/** Why a link cannot be followed: it is of another version, or it is not one of ours. */
type LinkFault = 'version' | 'syntax';

// Fragments may hold these as they are; so lists of numbers stay readable.
const READABLE = /%(?:20|24|2C|2F|3A|3B|3D|40|5B|5D)/g;

/** A lone surrogate has no place in an address: it becomes U+FFFD. */
function escaped(text: string): string {
  const wellFormed = text.replace(/\p{Surrogate}/gu, '\uFFFD');
  return encodeURIComponent(wellFormed).replace(READABLE, (code) =>
    code === '%20' ? '+' : decodeURIComponent(code),
  );
}

/** `v=1&mode=finite&p=0.4,0.6`: what stands after the # of a link. */
export function encodePermalink({ mode, fields, lang }: Permalink): string {
  const pairs = { v: VERSION, mode, ...(lang && { lang }), ...fields };
  return Object.entries(pairs)
    .map(([name, value]) => `${escaped(name).replaceAll('=', '%3D')}=${escaped(value)}`)
    .join('&');
}

/** What a link's hash says, with or without the #; undefined for one that says no state, such as `#reading`. */
export function decodePermalink(hash: string): Permalink | LinkFault | undefined {
  const text = hash.replace(/^#/, '');
  if (!text.includes('=')) return undefined;
  try {
    const pairs = text.split('&').map((pair) => {
      const [name = '', ...value] = pair.split('=');
      return [name, value.join('=')].map((part) => decodeURIComponent(part.replaceAll('+', ' ')));
    });
    const { v, mode, lang, ...fields } = Object.fromEntries(pairs) as Record<string, string>;
    if (v === undefined || mode === undefined) return 'syntax';
    if (v !== VERSION) return 'version';
    return { mode, fields, ...(lang && { lang }) };
  } catch {
    return 'syntax'; // a % that escapes nothing
  }
}
