/**
 * Registers an element once. A page may hold two copies of this script, and a server has no
 * registry at all.
 */
export function define(name: string, element: CustomElementConstructor): void {
  const registry = globalThis.customElements;
  if (registry && !registry.get(name)) registry.define(name, element);
}
