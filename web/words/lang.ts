/** The languages of the page, by their tags. */
export const LANGS = ['en', 'zh'] as const;

export type Lang = (typeof LANGS)[number];

/** One thing said in every language. */
export type Words<T> = Readonly<Record<Lang, T>>;

/** The language that a tag such as `zh-Hans-CN` asks for; English for any that is not spoken here. */
export function langOf(tag: string | null | undefined): Lang {
  const primary = tag?.toLowerCase().split('-')[0];
  return LANGS.find((lang) => lang === primary) ?? 'en';
}

/** A catalogue: English says what there is to say, and the compiler asks for the same in the others. */
export function words<T>(catalogue: { en: T; zh: NoInfer<T> }): Words<T> {
  return catalogue;
}
