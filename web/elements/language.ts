import { type Lang, langOf } from '../words/index.ts';

/** The language of an element's place: of the nearest `lang`, also around the shadow trees that it stands in. */
export function languageAround(element: Element): Lang {
  const marked = element.closest('[lang]');
  if (marked) return langOf(marked.getAttribute('lang'));
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? languageAround(root.host) : 'en';
}
