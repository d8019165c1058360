// Of Trusted Types, which TypeScript's library does not know, what is used here. Browsers take such an object for the text it is.

interface TrustedTypePolicy {
  createScriptURL(text: string): string;
}

interface TrustedTypePolicyFactory {
  createPolicy(
    name: string,
    rules: { createScriptURL: (text: string) => string },
  ): TrustedTypePolicy;
}
